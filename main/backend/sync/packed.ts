import zlib from 'node:zlib';
import { PACKED_DICTIONARY, PACKED_METHODS } from '../../../shared/sync/index.ts';

const DICTIONARY = Buffer.from(PACKED_DICTIONARY, 'utf8');
/** What a reply may unpack to: many times a page, and no more. */
const MOST_BYTES = 64_000_000;
/** With a checksum: a bit turned on the way must not turn into another message. */
const params = { [zlib.constants.ZSTD_c_compressionLevel]: 15, [zlib.constants.ZSTD_c_checksumFlag]: 1 };

/** How this runtime compresses: one without zstd uses deflate, and gets its replies so. */
export type Packing = 'zstd' | 'deflate';
export const PACKING: Packing = typeof zlib.zstdCompressSync === 'function' ? 'zstd' : 'deflate';

/** A message as it travels. */
export function pack(message: unknown, packing: Packing = PACKING): Buffer {
  const json = Buffer.from(JSON.stringify(message), 'utf8');
  const body =
    packing === 'zstd'
      ? zlib.zstdCompressSync(json, { dictionary: DICTIONARY, params })
      : zlib.deflateRawSync(json, { dictionary: DICTIONARY, level: 9 });
  return Buffer.concat([Buffer.of(PACKED_METHODS[packing]), body]);
}

/** The JSON text of a packed message. Throws for what is not one. */
export function unpack(bytes: Uint8Array): string {
  const options = { dictionary: DICTIONARY, maxOutputLength: MOST_BYTES };
  const body = bytes.subarray(1);
  if (bytes[0] === PACKED_METHODS.zstd) return zlib.zstdDecompressSync(body, options).toString('utf8');
  if (bytes[0] === PACKED_METHODS.deflate) return zlib.inflateRawSync(body, options).toString('utf8');
  throw new TypeError('not a packed message');
}
