import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { AppError } from '../../../shared/contract/index.ts';
import { BUNDLE_FORMAT, BUNDLE_LIMITS } from '../../../shared/sync/index.ts';
import { type SealKind, sealFile, unsealFile } from './sealed-file.ts';

/** First 8 bytes of a bundle: `BTBND`, its form, `-` in the open or `+` under a passphrase, a line feed. */
const OPEN_MAGIC = Buffer.from(`BTBND${BUNDLE_FORMAT}-\n`, 'latin1');
const SEAL: SealKind = {
  magic: Buffer.from(`BTBND${BUNDLE_FORMAT}+\n`, 'latin1'),
  proof: 'banthao-bundle-1',
  notFile: 'bundle_not_file',
  passphrase: 'bundle_passphrase',
  damaged: 'bundle_damaged',
};

/** Writes a stream of entries into a new file, under a passphrase where one is given. On disk when it resolves. */
export async function writeOuter(
  path: string,
  passphrase: string | null,
  parts: AsyncIterable<Uint8Array>,
  onBytes: (bytes: number) => void,
): Promise<void> {
  if (passphrase !== null) return sealFile(path, passphrase, parts, onBytes, SEAL);
  const file = await open(path, 'wx', 0o600);
  try {
    await file.write(OPEN_MAGIC);
    for await (const part of parts) {
      await file.write(part);
      onBytes(part.length);
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * The stream of entries in a bundle.
 * @throws AppError `bundle_not_file`, `bundle_newer`, `bundle_too_large`, `bundle_passphrase_needed`,
 * `bundle_passphrase`, `bundle_damaged`.
 */
export async function* readOuter(path: string, passphrase: string | null): AsyncGenerator<Buffer> {
  const isSealed = await isUnderPassphrase(path);
  if (!isSealed) yield* createReadStream(path, { start: OPEN_MAGIC.length }) as AsyncIterable<Buffer>;
  else if (passphrase === null) throw new AppError('bundle_passphrase_needed');
  else yield* unsealFile(path, passphrase, SEAL);
}

async function isUnderPassphrase(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch((error: unknown) => {
    throw new AppError('bundle_not_file', {}, { cause: error });
  });
  try {
    const start = Buffer.alloc(OPEN_MAGIC.length);
    await file.read(start, 0, start.length, 0);
    const [, form, seal] = /^BTBND(\d)([-+])\n$/.exec(start.toString('latin1')) ?? [];
    if (form === undefined) throw new AppError('bundle_not_file');
    if (Number(form) > BUNDLE_FORMAT) throw new AppError('bundle_newer');
    if ((await file.stat()).size > BUNDLE_LIMITS.fileBytes) throw new AppError('bundle_too_large');
    return seal === '+';
  } finally {
    await file.close();
  }
}
