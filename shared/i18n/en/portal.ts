/** What the portal's own command says to its administrator about backups and databases. */
export const portal = {
  'portal.cli.backed_up':
    'Backed up to “{file}”: {rows} rows, {pictures} pictures. The file holds the portal’s secret key; keep it where only the administrator can open it.',
  'portal.cli.restored':
    'Restored from “{file}”: {rows} rows, {pictures} pictures. Everybody has to sign in again on their computers.',
  'portal.cli.forgotten':
    'The backup was made at {at}. The portal does not know any more what administrators did after that: before you start it, revoke lost computers again (device revoke), take back the roles of people who left (member set) and passwords that became known (member password); then set the rules again. If you still have the folder or the database of the portal there was, restore with --before and the portal does this by itself.',
  'portal.carried.revoked': 'Was revoked before the backup was restored',
  'portal.cli.before_unreadable': 'The portal there was at “{before}” cannot be read.',
  'portal.cli.before_other': 'What --before names is another portal: nothing was taken from it.',
  'portal.cli.carried':
    'Taken over from the portal there was, of what was done after the backup: {devices} devices revoked, {keys} approval keys ended, {passwords} passwords changed, the roles of {members} people, {rules} versions of the rules, {erasures} erasures.',
  'portal.cli.not_carried': 'Not all of the following could be taken over; do it before you start the portal:',
  'portal.cli.left.devices': '- revoke lost computers again: device revoke',
  'portal.cli.left.keys': '- revoke the computers whose approval key was changed: device revoke',
  'portal.cli.left.passwords': '- give new passwords for those that became known: member password',
  'portal.cli.left.members': '- take back the roles of people who left (member set), and add who joined again',
  'portal.cli.left.rules': '- set the rules again (in the program, once the portal runs)',
  'portal.cli.left.erasures': '- erase again what was erased by law (in the program, once the portal runs)',
  'portal.cli.lost.units': 'Units added after the backup, which the portal has no more; add them again (unit add):',
  'portal.cli.lost.mergers':
    'Units merged after the backup, which are units of their own again; merge them again (unit merge):',
  'portal.cli.lost.people':
    'People who joined after the backup, who have no account any more; the head adds them again in the program:',
  'portal.cli.lost.devices':
    'Computers connected after the backup, which the portal does not know any more; their owners sign in on them again:',
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
  'portal.import.done':
    'Took over {posts} posts, {pages} pages, {pictures} pictures, {files} files and {addresses} old addresses. {known} were here from an earlier run.',
  'portal.import.would':
    'A dry run, nothing was changed: it would take over {posts} posts, {pages} pages, {pictures} pictures, {files} files and {addresses} old addresses. {known} were here from an earlier run.',
  'portal.import.category': 'Category “{name}” ({slug}) → {code}',
  'portal.import.category_rest':
    'Category “{name}” ({slug}) → {code}, for want of a better one; to choose another add --category {slug}=CODE',
  'portal.import.not_public': 'Not taken: it was not public on the old site',
  'portal.import.protected': 'Not taken: it had a password on the old site',
  'portal.import.other_type': 'Not taken: neither a post nor a page',
  'portal.import.too_large': 'Not taken: too long',
  'portal.import.not_stored': 'Not taken: beyond the limits of a post',
  'portal.import.erased': 'Not taken: it was erased by law',
  'portal.import.no_date': 'Not taken: no date of publication',
  'portal.import.summary_cut': 'The excerpt was too long and was cut',
  'portal.import.words_cut':
    'Words were too long (a picture’s description, a caption, a tag, an author’s name) and were cut',
  'portal.import.tags_cut': 'There were too many tags; some were left out',
  'portal.import.gallery_cut': 'A gallery had too many pictures; the last ones were left out',
  'portal.import.files_cut': 'A post had too many pictures and files; the last ones were left out',
  'portal.import.title_cut': 'The title was too long and was cut',
  'portal.import.picture_elsewhere': 'A picture of another site was not taken; the portal fetches nothing',
  'portal.import.picture_missing': 'A picture is not in the --uploads folder',
  'portal.import.picture_broken': 'A picture is broken, too large or no picture',
  'portal.import.picture_undescribed':
    'A picture has no words for those who cannot see it; add them when the post is edited',
  'portal.import.file_missing': 'A file is not in the --uploads folder; its old link was kept',
  'portal.import.file_kind': 'A file is of no kind that is allowed; its old link was kept',
  'portal.import.dropped_element': 'A part that could not be carried over was left out',
  'portal.import.shortcode': 'A short code of WordPress was taken away, its inner words kept',
  'portal.import.unsafe_link': 'A link was not safe: only its words were kept',
  'portal.import.block_over_limit': 'A table or block was too large and became a paragraph',
  'portal.import.too_deep': 'Markup nested too deep: only its words were kept',
  'portal.import.comments': 'Comments of readers are not taken over',
  'portal.import.xml_fault': 'Places where the file is no well-formed XML; look at the posts around them',
  'portal.error.import_unreadable': '“{file}” could not be read. Nothing was changed.',
  'portal.error.import_not_wxr': '“{file}” is not an export of WordPress (Tools → Export). Nothing was changed.',
  'portal.error.import_category': 'The unit has no category {code}. Nothing was changed.',
  'portal.error.import_by': 'Add --by ACCOUNT: the member of the board who answers for what is taken over.',
  'portal.ask.unit': 'Name of the unit:',
  'portal.ask.level': 'Level (1: school, centre; 2: department, commune, office):',
  'portal.ask.origin': 'The site’s domain (such as thcs-songtra.edu.vn):',
  'portal.ask.person': 'Full name of the first administrator:',
  'portal.ask.account': 'Their account (letters, digits, dots; no spaces):',
  'portal.config.lead':
    'The portal’s configuration. Start the portal again after a change.\nArguments and environment variables come before this file.',
  'portal.config.host': 'The address the portal listens on. Leave it where nginx is on the same machine.',
  'portal.config.port': 'The port nginx passes to (deploy/nginx.conf).',
  'portal.config.database': 'Empty: SQLite in this folder, enough for a school. Several processes want PostgreSQL.',
  'portal.key.now': 'The portal’s public key: {key}',
  'portal.key.has_recovery': 'The portal has a recovery key.',
  'portal.key.no_recovery': 'The portal has no recovery key yet. Run key new-recovery.',
  'portal.key.was': 'Former key {key}, handed over at {at}',
  'portal.key.was_ended': 'Former key {key}, ended by the recovery key at {at}',
  'portal.key.changed':
    'The portal has the new key {to} in place of {from}. Everybody’s computer takes it by itself at its next sync.',
  'portal.key.recovery':
    'The recovery key is shown this once. Print it and lock it away with the seal; whoever has it can replace the portal’s key:',
  'portal.key.restart': 'Restart every process of the portal so that it uses the new key, then make a backup.',
  'portal.ask.recovery': 'Recovery key (17 groups of 4 characters):',
  'portal.error.recovery_none':
    'This portal has no recovery key, so nothing was changed. If the portal’s key is still safe, use key handover.',
  'portal.error.recovery_made':
    'The portal has a recovery key already; it cannot be printed again. Nothing was changed.',
  'portal.error.recovery_mistyped':
    'The recovery key is too short or has a wrong character. Copy all 17 groups again; nothing was changed.',
  'portal.error.recovery_other': 'This is not the recovery key of this portal. Nothing was changed.',
} as const;
