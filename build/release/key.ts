import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { newKeyPair } from '../../shared/sync/index.ts';
import { ReleaseProblem } from './problem.ts';

const releaseSchema = z.strictObject({
  publicKey: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
});

/** Public half of the key that signs announcements of new versions, as `build/release.json` names it; `null` for none. */
export function adoptedKey(releaseFile: string): string | null {
  return releaseSchema.parse(JSON.parse(readFileSync(releaseFile, 'utf8'))).publicKey;
}

/** What the bundler puts into the program, for `main/backend/update/release-key.ts`. */
export function releaseDefine(releaseFile: string): { readonly BANTHAO_RELEASE_KEY: string } {
  return { BANTHAO_RELEASE_KEY: JSON.stringify(adoptedKey(releaseFile)) };
}

/**
 * Makes the release key. The secret half goes into a new file that only its owner can read.
 *
 * @param adoptInto `build/release.json`, when builds from now on are to trust the key.
 * @returns the public half, hex.
 * @throws ReleaseProblem when the file is there already, or builds trust another key: the programs that are out would never
 * believe the new one.
 */
export function makeReleaseKey(file: string, adoptInto: string | null): string {
  if (adoptInto !== null && adoptedKey(adoptInto) !== null) throw new ReleaseProblem('release.adopted_before');
  const { publicKey, secretKey } = newKeyPair();
  try {
    writeFileSync(file, `${secretKey}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new ReleaseProblem('release.key_exists', { file });
    throw error;
  }
  if (adoptInto !== null) writeFileSync(adoptInto, `${JSON.stringify({ publicKey }, null, 2)}\n`);
  return publicKey;
}
