import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  isUpdateSignedBy,
  type SignedUpdate,
  signUpdate,
  type UpdateFile,
  updateManifestSchema,
} from '../../shared/sync/index.ts';
import { adoptedKey } from './key.ts';
import { ReleaseProblem } from './problem.ts';

/** Node's names for what electron-builder calls `os` and `arch` in the names of its files. */
const PLATFORMS: Readonly<Record<string, string>> = { win: 'win32', mac: 'darwin', linux: 'linux' };
const ARCHES: Readonly<Record<string, string>> = { x64: 'x64', x86_64: 'x64', amd64: 'x64', arm64: 'arm64' };
/** What a person opens by hand; a zip or a deb of the same system is left out. */
const INSTALLERS = /^ban-thao-(\d+\.\d+\.\d+)-(win|mac|linux)-(\w+)\.(?:exe|dmg|AppImage)$/;

export interface Announcing {
  /** File with the secret half of the release key. */
  readonly keyFile: string;
  /** `build/release.json`: what the programs that are out trust. */
  readonly releaseFile: string;
  /** Installers as `npm run package -- --release` names them. */
  readonly installers: readonly string[];
  /** The web folder they can be fetched from, e.g. `https://example.vn/ban-thao/`. */
  readonly address: string;
  /** What is new, plain text. */
  readonly notes: string;
  readonly now: Date;
}

/**
 * Describes installers (version and system from their names, size and SHA-256 from their bytes) and signs that.
 *
 * @throws ReleaseProblem for a file that is no installer of one version, or a key that builds do not trust.
 */
export async function announce(wanted: Announcing): Promise<SignedUpdate> {
  const { keyFile, releaseFile, installers, address, notes, now } = wanted;
  const described = await Promise.all(installers.map((file) => describe(file, address)));
  const versions = new Set(described.map(({ version }) => version));
  const [version] = versions;
  if (version === undefined || versions.size > 1) throw new ReleaseProblem('release.one_version');
  const manifest = updateManifestSchema.parse({
    version,
    notes: notes.trim(),
    files: described.map(({ file }) => file),
    publishedAt: now.toISOString(),
  });
  const signed = signUpdate(manifest, readFileSync(keyFile, 'utf8').trim());
  const trusted = adoptedKey(releaseFile);
  if (trusted === null || !isUpdateSignedBy(signed, trusted)) throw new ReleaseProblem('release.other_key');
  return signed;
}

async function describe(path: string, address: string): Promise<{ version: string; file: UpdateFile }> {
  const name = basename(path);
  const [, version = '', os = '', arch = ''] = INSTALLERS.exec(name) ?? [];
  const [system, machine] = [PLATFORMS[os], ARCHES[arch]];
  if (system === undefined || machine === undefined) throw new ReleaseProblem('release.not_installer', { file: path });
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const url = new URL(name, address.endsWith('/') ? address : `${address}/`).href;
  const file = { platform: `${system}-${machine}`, url, sha256: hash.digest('hex'), bytes: statSync(path).size };
  return { version, file };
}
