import zlib from 'node:zlib';
import { LIMITS, parseRevision, type Revision, revisionId } from '../../../shared/content/index.ts';
import { baseDictionary, type EncodedRevision } from '../../../shared/sync/index.ts';
import { PACKING, type Packing } from './packed.ts';

/** The canonical text of a revision this side holds, or `null`. */
export type Held = (id: string) => string | null;

/**
 * A revision for the wire: as its difference from a base that the portal holds, or whole (the message around it is
 * compressed).
 */
export function encodeRevision(
  id: string,
  canonical: string,
  base: { id: string; canonical: string } | null,
  packing: Packing = PACKING,
): EncodedRevision {
  if (base === null) return { id, codec: 'json', data: canonical };
  const [text, dictionary] = [Buffer.from(canonical, 'utf8'), Buffer.from(baseDictionary(base), 'utf8')];
  const { ZSTD_c_compressionLevel: level, ZSTD_c_contentSizeFlag: size } = zlib.constants;
  const packed =
    packing === 'zstd'
      ? zlib.zstdCompressSync(text, { dictionary, params: { [level]: 15, [size]: 0 } })
      : zlib.deflateRawSync(text, { dictionary, level: 9 });
  return { id, codec: packing, base: base.id, data: packed.toString('base64') };
}

/** Unpacks a revision; `null` when it is damaged, too large, or does not hash to its id; `no_base` without its base. */
export function decodeRevision(encoded: EncodedRevision, held: Held): Revision | null | 'no_base' {
  try {
    const { base: id } = encoded;
    const canonical = id === undefined ? undefined : held(id);
    if (canonical === null) return 'no_base';
    const base = id === undefined || canonical === undefined ? undefined : baseDictionary({ id, canonical });
    const parsed = parseRevision(JSON.parse(textOf(encoded, base)));
    return parsed.ok && revisionId(parsed.revision) === encoded.id ? parsed.revision : null;
  } catch {
    return null;
  }
}

function textOf({ codec, data }: EncodedRevision, base: string | undefined): string {
  if (codec === 'json') return data;
  const options = {
    maxOutputLength: LIMITS.canonicalBytes,
    ...(base === undefined ? {} : { dictionary: Buffer.from(base, 'utf8') }),
  };
  const packed = Buffer.from(data, 'base64');
  return (codec === 'zstd' ? zlib.zstdDecompressSync(packed, options) : zlib.inflateRawSync(packed, options)).toString(
    'utf8',
  );
}
