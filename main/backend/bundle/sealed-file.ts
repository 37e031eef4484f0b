import { createCipheriv, createDecipheriv, createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { open } from 'node:fs/promises';
import { AppError, type ErrorCode } from '../../../shared/contract/index.ts';

/** What kind of file is sealed: its first 8 bytes, what its proof is over, and how its faults are told. */
export interface SealKind {
  readonly magic: Buffer;
  readonly proof: string;
  readonly notFile: ErrorCode;
  readonly passphrase: ErrorCode;
  readonly damaged: ErrorCode;
}

const MOVE_SEAL: SealKind = {
  magic: Buffer.from('BTMOVE1\n', 'latin1'),
  proof: 'banthao-move-1',
  notFile: 'move_not_file',
  passphrase: 'move_passphrase',
  damaged: 'move_damaged',
};
const MAGIC_BYTES = 8;
const SALT_BYTES = 16;
const PREFIX_BYTES = 7;
const PROOF_BYTES = 16;
const TAG_BYTES = 16;
const HEADER_BYTES = MAGIC_BYTES + SALT_BYTES + PREFIX_BYTES + PROOF_BYTES;
/** Plain bytes of each piece but the last. */
export const PIECE_BYTES = 1_000_000;
/** 64 MB of memory and about a third of a second, on each guess of whoever finds the file. */
const SCRYPT = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 1024 * 1024 };

/**
 * Writes bytes into a file sealed by a passphrase: scrypt, then AES-256-GCM piece by piece, each bound to its place and
 * the last one marked (docs/spec/move-file.md), so that nothing can be cut, moved or added unseen.
 */
export async function sealFile(
  path: string,
  passphrase: string,
  parts: AsyncIterable<Uint8Array>,
  onBytes: (bytes: number) => void = () => {},
  kind: SealKind = MOVE_SEAL,
): Promise<void> {
  const salt = randomBytes(SALT_BYTES);
  const prefix = randomBytes(PREFIX_BYTES);
  const key = await keyOf(passphrase, salt);
  const file = await open(path, 'wx', 0o600);
  try {
    await file.write(Buffer.concat([kind.magic, salt, prefix, proofOf(kind, key, salt, prefix)]));
    let count = 0;
    const put = async (plain: Buffer, isLast: boolean): Promise<void> => {
      const cipher = createCipheriv('aes-256-gcm', key, nonceOf(prefix, count, isLast));
      await file.write(Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
      count += 1;
      onBytes(plain.length);
    };
    let held: Buffer = Buffer.alloc(0);
    for await (const part of parts) {
      held = Buffer.concat([held, part]);
      while (held.length > PIECE_BYTES) {
        await put(held.subarray(0, PIECE_BYTES), false);
        held = held.subarray(PIECE_BYTES);
      }
    }
    await put(held, true);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Reads what `sealFile` wrote, in pieces. What was yielded is genuine; only at the end is it known to be all.
 * @throws AppError with the codes of its kind: not such a file, another passphrase, damaged.
 */
export async function* unsealFile(
  path: string,
  passphrase: string,
  kind: SealKind = MOVE_SEAL,
): AsyncGenerator<Buffer> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const header = Buffer.alloc(HEADER_BYTES);
    await file.read(header, 0, HEADER_BYTES, 0);
    if (!header.subarray(0, MAGIC_BYTES).equals(kind.magic)) throw new AppError(kind.notFile);
    const [salt, prefix, proof] = partsOf(header);
    const key = await keyOf(passphrase, salt);
    if (!timingSafeEqual(proof, proofOf(kind, key, salt, prefix))) throw new AppError(kind.passphrase);
    const whole = PIECE_BYTES + TAG_BYTES;
    let at = HEADER_BYTES;
    for (let count = 0; ; count += 1) {
      const isLast = size - at <= whole;
      const sealed = Buffer.alloc(Math.max(0, Math.min(whole, size - at)));
      await file.read(sealed, 0, sealed.length, at);
      yield opened(sealed, key, nonceOf(prefix, count, isLast), kind.damaged);
      if (isLast) return;
      at += whole;
    }
  } finally {
    await file.close();
  }
}

function opened(sealed: Buffer, key: Buffer, nonce: Buffer, damaged: ErrorCode): Buffer {
  if (sealed.length < TAG_BYTES) throw new AppError(damaged);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES)), decipher.final()]);
  } catch (error) {
    throw new AppError(damaged, {}, { cause: error });
  }
}

function partsOf(header: Buffer): [salt: Buffer, prefix: Buffer, proof: Buffer] {
  const salt = MAGIC_BYTES;
  const prefix = salt + SALT_BYTES;
  const proof = prefix + PREFIX_BYTES;
  return [header.subarray(salt, prefix), header.subarray(prefix, proof), header.subarray(proof, HEADER_BYTES)];
}

function nonceOf(prefix: Buffer, count: number, isLast: boolean): Buffer {
  const end = Buffer.alloc(5);
  end.writeUInt32BE(count, 0);
  end.writeUInt8(isLast ? 1 : 0, 4);
  return Buffer.concat([prefix, end]);
}

/** Tells a wrong passphrase from an altered file before anything is opened. */
function proofOf(kind: SealKind, key: Buffer, salt: Buffer, prefix: Buffer): Buffer {
  return createHmac('sha256', key).update(kind.proof).update(salt).update(prefix).digest().subarray(0, PROOF_BYTES);
}

/** The same letters give the same key, however a keyboard composes their tones. */
function keyOf(passphrase: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    scrypt(passphrase.normalize('NFC').trim(), salt, 32, SCRYPT, (error, key) =>
      error === null ? resolve(key) : reject(error),
    ),
  );
}
