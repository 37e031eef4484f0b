import { createDecipheriv } from 'node:crypto';
import { inflateRawSync, zstdDecompressSync } from 'node:zlib';
import {
  type BoxContent,
  boxContentSchema,
  boxKey,
  PACKED_DICTIONARY,
  PACKED_METHODS,
  type SealedMutation,
} from '../../shared/sync/index.ts';
import type { Identity } from '../workflow/index.ts';

const KEY_BYTES = 32;
const TAG_BYTES = 16;
/** A mutation and one text within the limits, in JSON. */
const MOST_BYTES = 5_000_000;
const NO_NONCE = Buffer.alloc(12);
const dictionary = Buffer.from(PACKED_DICTIONARY, 'utf8');

/**
 * Opens what was sealed to this portal's key. A box that was altered, is another portal's, or holds another mutation
 * than is written on it, stays closed: its place is told, and nothing else happens.
 */
export function openBoxes(
  { secretKey, formerSecrets = [] }: Identity,
  sealed: readonly SealedMutation[],
): { readonly contents: readonly BoxContent[]; readonly unopened: number[] } {
  const contents: BoxContent[] = [];
  const unopened: number[] = [];
  for (const [place, one] of sealed.entries()) {
    let content: BoxContent | null = null;
    for (const secret of [secretKey, ...formerSecrets]) content ??= opened(secret, one);
    if (content === null) unopened.push(place);
    else contents.push(content);
  }
  return { contents, unopened };
}

function opened(secretKey: string, { mutation, box }: SealedMutation): BoxContent | null {
  try {
    const bytes = Buffer.from(box, 'base64');
    const oneTimePublic = bytes.subarray(0, KEY_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', boxKey.ofPortal(secretKey, oneTimePublic), NO_NONCE);
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    const packed = Buffer.concat([decipher.update(bytes.subarray(KEY_BYTES, -TAG_BYTES)), decipher.final()]);
    const content = boxContentSchema.parse(JSON.parse(unpacked(packed)));
    return content.mutation.id === mutation ? content : null;
  } catch {
    return null;
  }
}

function unpacked(packed: Buffer): string {
  const options = { dictionary, maxOutputLength: MOST_BYTES };
  const body = packed.subarray(1);
  if (packed[0] === PACKED_METHODS.zstd) return zstdDecompressSync(body, options).toString('utf8');
  if (packed[0] === PACKED_METHODS.deflate) return inflateRawSync(body, options).toString('utf8');
  throw new TypeError('not a packed message');
}
