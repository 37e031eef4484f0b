/**
 * Announcing a new version. `new-key FILE` makes the release key: the secret half into FILE, which stays with the makers
 * and never in this repository; the public half is printed, for `build/release.json`. `sign FILE MANIFEST` signs a
 * manifest and prints the announcement, which an administrator puts into the portal's folder as `updates/manifest.json`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { newKeyPair, signUpdate, updateManifestSchema } from '../shared/sync/index.ts';

const [command, keyFile, manifestFile] = process.argv.slice(2);
if (command === 'new-key' && keyFile !== undefined) {
  const { publicKey, secretKey } = newKeyPair();
  writeFileSync(keyFile, `${secretKey}\n`, { mode: 0o600, flag: 'wx' });
  console.log(publicKey);
} else if (command === 'sign' && keyFile !== undefined && manifestFile !== undefined) {
  const manifest = updateManifestSchema.parse(JSON.parse(readFileSync(manifestFile, 'utf8')));
  console.log(JSON.stringify(signUpdate(manifest, readFileSync(keyFile, 'utf8').trim()), null, 2));
} else {
  console.error('release.ts new-key FILE | sign FILE MANIFEST');
  process.exitCode = 1;
}
