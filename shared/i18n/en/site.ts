export const site = {
  'site.portal': 'Official website',
  'site.skip': 'Skip to main content',
  'site.home': 'Home',
  'site.categories': 'Categories',
  'site.breadcrumbs': 'You are here',
  'site.latest': 'Latest news',
  'site.nothing_yet': 'Nothing has been published yet.',
  'site.published_on': 'Published on {date}',
  'site.updated_on': 'updated on {date}',
  'site.pages': 'Pages',
  'site.page': 'Page {page} of {pages}',
  'site.newer': 'Newer posts',
  'site.older': 'Older posts',
  'site.not_found': 'Page not found',
  'site.not_found_text': 'There is no such address on this site. The post may have moved, or the address is mistyped.',
  'site.changes': 'Corrections and updates',
  'site.withdrawn': 'This post has been withdrawn',
  'site.withdrawn_text': 'Its publisher has withdrawn this post. Reason: {reason}.',
  'site.failed': 'This page has a problem',
  'site.failed_text': 'Please try again in a few minutes.',
  'site.back_home': 'Back to the home page',
  'site.responsible': 'Responsible for content',
  'site.address': 'Address',
  'site.phone': 'Phone',
  'site.email': 'E-mail',
  'portal.cli.usage':
    'Usage:\n  serve [--folder FOLDER] [--host ADDRESS] [--port PORT]\n  backup [--folder FOLDER] FILE\n  restore [--folder FOLDER] FILE\n  move-to-postgres [--folder FOLDER]\n  init --folder FOLDER --file UNIT.json\n  init --folder FOLDER --name NAME --level school|office --member "account|full name|title|role,role"\n  site --origin https://HOST [--folder FOLDER]\n  verify-site [--repair] [--folder FOLDER]\n  device list | device revoke DEVICE --reason WORDS [--since TIME]\n  member list | member set ACCOUNT --roles role,role [--title TITLE]\n  exemption list | exemption end ID\n  exemption grant --for approve,appraise --from DAY --to DAY --by PARENT_UNIT --decision NUMBER [--person ACCOUNT]\n  audit verify [--folder FOLDER] [--heads FILE.json]\n  audit export [--folder FOLDER] [--format text|json]\nEnvironment: BANTHAO_PORTAL_HOME (folder), DATABASE_URL (PostgreSQL; without it, SQLite in the folder)',
  'portal.cli.bad_arguments': 'Bad arguments: {detail}',
  'portal.cli.made': 'Made the portal of “{unit}” in “{folder}”.',
  'portal.cli.passwords': 'These new passwords are shown this once; write them down and hand them to each person:',
  'portal.cli.bad_file': 'The file “{file}” cannot be read or lacks something ({detail}).',
  'portal.error.port_in_use': 'Port {port} is used by another program. Choose another with --port.',
  'portal.error.address_unusable': 'Cannot listen on {host} port {port} of this computer. Check --host and --port.',
  'portal.error.not_initialised':
    'There is no portal in the folder “{folder}”. Make one with init, or name the right folder with --folder.',
  'portal.error.already_initialised': 'The folder “{folder}” already holds a portal. Nothing was changed.',
  'portal.error.database_newer':
    'The portal’s data was made by a newer version. Update the portal; nothing was changed.',
  'portal.error.database_unreadable':
    'The portal’s database in “{folder}” cannot be read. Nothing was deleted; keep the folder as it is and restore from a backup.',
  'portal.error.folder_unwritable':
    'The folder “{folder}” cannot be written to. Check its permissions, or choose another with --folder.',
  'portal.error.disk_full': 'The disk is full, so the portal cannot write. Free some space and run it again.',
  'portal.error.database_unreachable':
    'The PostgreSQL server named in DATABASE_URL cannot be reached ({reason}). Check that it is running and that the address is right.',
  'portal.error.database_refused':
    'The PostgreSQL server refused the name, the password or the database named in DATABASE_URL ({reason}).',
  'portal.error.database_address':
    'DATABASE_URL is not an address of PostgreSQL. A right one: postgres://name:password@127.0.0.1:5432/banthao',
  'portal.error.internal': 'The portal met an internal error and stopped: {detail}',
} as const;
