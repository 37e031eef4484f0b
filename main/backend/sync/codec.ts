import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { LIMITS, parseRevision, type Revision, revisionId } from '../../../shared/content/index.ts';
import type { EncodedRevision } from '../../../shared/sync/index.ts';

/** A revision packed for the wire. */
export function encodeRevision(id: string, canonical: string): EncodedRevision {
  return { id, codec: 'zstd', data: zstdCompressSync(Buffer.from(canonical, 'utf8')).toString('base64') };
}

/** Unpacks a revision; `null` when it is damaged, too large, or does not hash to its id. */
export function decodeRevision(encoded: EncodedRevision): Revision | null {
  try {
    const packed = Buffer.from(encoded.data, 'base64');
    const bytes =
      encoded.codec === 'zstd' ? zstdDecompressSync(packed, { maxOutputLength: LIMITS.canonicalBytes }) : packed;
    const parsed = parseRevision(JSON.parse(bytes.toString('utf8')));
    return parsed.ok && revisionId(parsed.revision) === encoded.id ? parsed.revision : null;
  } catch {
    return null;
  }
}
