import { constants, deflateRawSync, inflateRawSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { PACKED_DICTIONARY, PACKED_METHODS } from '../../../shared/sync/index.ts';

const DICTIONARY = Buffer.from(PACKED_DICTIONARY, 'utf8');
/** What a reply may unpack to: many times a page, and no more. */
const MOST_BYTES = 64_000_000;
/** With a checksum: a bit turned on the way must not turn into another message. */
const params = { [constants.ZSTD_c_compressionLevel]: 15, [constants.ZSTD_c_checksumFlag]: 1 };

/** A message as it travels. A runtime without zstd uses deflate, and gets its replies so. */
export function pack(message: unknown): Buffer {
  const json = Buffer.from(JSON.stringify(message), 'utf8');
  return typeof zstdCompressSync === 'function'
    ? Buffer.concat([Buffer.of(PACKED_METHODS.zstd), zstdCompressSync(json, { dictionary: DICTIONARY, params })])
    : Buffer.concat([Buffer.of(PACKED_METHODS.deflate), deflateRawSync(json, { dictionary: DICTIONARY, level: 9 })]);
}

/** The JSON text of a packed message. Throws for what is not one. */
export function unpack(bytes: Uint8Array): string {
  const options = { dictionary: DICTIONARY, maxOutputLength: MOST_BYTES };
  const body = bytes.subarray(1);
  if (bytes[0] === PACKED_METHODS.zstd) return zstdDecompressSync(body, options).toString('utf8');
  if (bytes[0] === PACKED_METHODS.deflate) return inflateRawSync(body, options).toString('utf8');
  throw new TypeError('not a packed message');
}
