/** What the portal's own command says to its administrator about backups and databases. */
export const portal = {
  'portal.cli.backed_up':
    'Backed up to “{file}”: {rows} rows, {pictures} pictures. The file holds the portal’s secret key; keep it where only the administrator can open it.',
  'portal.cli.restored':
    'Restored from “{file}”: {rows} rows, {pictures} pictures. Everybody has to sign in again on their computers.',
  'portal.cli.moved':
    'Moved {tables} tables to PostgreSQL; the rows and the hash of each table agree. The old file is kept as “{kept}”. From now on always run the portal with DATABASE_URL.',
  'portal.cli.missing_pictures': '{count} pictures are missing or damaged on the disk and could not be copied:',
  'portal.error.database_needed': 'Set DATABASE_URL to an empty PostgreSQL database and run it again.',
  'portal.error.database_occupied':
    'The PostgreSQL database in DATABASE_URL already holds a portal. Nothing was changed.',
  'portal.error.portal_running':
    'The portal in “{folder}” is running. Stop it and run this command again; nothing was changed.',
  'portal.error.backup_exists': 'The file “{file}” is there already. Choose another name; nothing was overwritten.',
  'portal.error.not_a_backup': '“{file}” is not a backup of a portal. Nothing was changed.',
  'portal.error.backup_damaged':
    'The backup “{file}” is damaged: its content does not match its hash. The portal was not restored; use another backup.',
  'portal.cli.origin_set':
    'The site’s address is {origin}. Start the portal again to use it and to keep the pages on the disk.',
  'portal.site.changed': 'changed: {what}',
  'portal.site.added': 'added: {what}',
  'portal.site.missing': 'missing: {what}',
  'portal.site.article': 'not as it was approved: {what}',
  'portal.site.picture': 'picture changed or missing: {what}',
  'portal.site.repaired': 'The kept pages were taken away; a running portal makes them anew from the database.',
  'portal.site.sound': 'Compared {files} files of the public site: just as published.',
  'portal.site.unsound':
    'Compared {files} files: {count} are not as published. Run again with --repair to have all pages made anew, and find out who changed them.',
  'portal.error.nothing_kept':
    'No pages are kept in “{folder}”, or the portal is making them anew. Set the address with site --origin, run the portal, and try again.',
  'portal.board.revoked': '{devices} devices revoked; {approvals} approvals flagged.',
  'portal.board.member': '{name} now holds the roles: {roles}.',
  'portal.board.password': 'One-time password, good for 14 days; they choose their own at sign-in:',
  'portal.board.granted': 'The exemption is written down as {id}.',
  'portal.board.ended': 'The exemption {id} is ended.',
  'portal.error.last_head': 'A unit needs at least one head. Nothing was changed.',
  'portal.unit.added': 'Added the unit “{name}”, id {id}.',
  'portal.unit.renamed': 'The unit {id} is now called “{name}”; the earlier name is kept with its day.',
  'portal.unit.merged':
    'The unit {id} was merged into “{name}”: its addresses lead there, its posts stay readable, its people sign in no more.',
  'portal.unit.restart': 'Start the portal again to serve this change.',
  'portal.error.unit_unknown': 'No unit in being has the id “{unit}”. See unit list.',
  'portal.error.unit_needed': 'This portal serves several units. Add --unit ID; the ids: {units}.',
  'portal.error.unit_taken': 'There is a unit with the id “{unit}”. Nothing was changed.',
  'portal.error.unit_address_taken': 'The host “{host}” is empty or another unit’s. Nothing was changed.',
  'portal.error.unit_parents': 'A unit has two parents at most, and they must be on the portal.',
  'portal.error.unit_merge': 'The unit “{unit}” cannot be merged: it is the one to take it, or the portal’s first one.',
  'portal.error.account_taken': 'Somebody on this portal has the account “{account}”. Choose another name.',
} as const;
