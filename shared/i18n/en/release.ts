export const release = {
  'release.usage':
    'npm run release-key -- FILE [--adopt]\nnpm run announce -- KEY_FILE --at ADDRESS --notes NOTES_FILE --out manifest.json INSTALLER…',
  'release.key_made':
    'The release key is made. Its secret half is in “{file}”: keep it out of the repository, with a copy in a safe place. Builds do not trust it until the public half below is in build/release.json:',
  'release.key_adopted':
    'The release key is made, and builds trust it from now on (build/release.json). Its secret half is in “{file}”: keep it out of the repository, with a copy in a safe place. The public half:',
  'release.key_exists':
    '“{file}” is there already and is not overwritten: without the old key no version can be announced.',
  'release.adopted_before':
    'build/release.json names a key already, and the programs in use trust that one only. To change it, edit that file yourself and hand the program out anew.',
  'release.announced':
    'The announcement of version {version} is signed, in “{file}”. The portal’s administrator copies it into the portal’s folder as updates/manifest.json.',
  'release.not_installer': '“{file}” is no installer made by “npm run package -- --release” (exe, dmg, AppImage).',
  'release.one_version': 'Name at least one installer; all must be of one version.',
  'release.other_key':
    'This key does not match build/release.json: the programs in use would not believe the announcement.',
} as const;
