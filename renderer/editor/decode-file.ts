import { guessLegacyEncoding } from '../../shared/vietnamese/index.ts';

/** Bytes looked at for a name or a habit of the encoding. */
const LOOKED_AT = 2_048;

/**
 * The letters of a file. Its first bytes say what it is in; else it is in UTF-8 if it can be, whatever a page calls itself
 * (one that was copied on says what it was in once). What is no UTF-8 was written on an old computer, its letters one byte
 * each: in what the page says, in TCVN3 or VNI (read as Windows-1252, as our tables have them), or in Windows-1258.
 */
export function decodeFile(bytes: ArrayBuffer): string {
  const wide = wideEncodingOf(bytes);
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  const plain = decodedAs('utf-8', bytes);
  if (plain !== null) return plain;
  const letters = new TextDecoder('windows-1252').decode(bytes);
  const named = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(letters.slice(0, LOOKED_AT))?.[1] ?? '';
  // So pages of TCVN3 and VNI named their letters.
  if (/^x-user-defined$/i.test(named)) return letters;
  const said = named === '' || /^(?:utf|unicode)/i.test(named) ? null : decodedAs(named, bytes);
  if (said !== null) return said;
  const isOld = guessLegacyEncoding(letters.replace(/<[^>]*>/g, ' ')) !== null;
  return isOld ? letters : new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
}

/** `null` for an encoding that nobody knows, and for bytes that are not in it. */
function decodedAs(encoding: string, bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-16 by its mark, or by the empty halves of its plain letters where somebody left the mark out. */
function wideEncodingOf(bytes: ArrayBuffer): 'utf-16le' | 'utf-16be' | null {
  const start = new Uint8Array(bytes.slice(0, LOOKED_AT));
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const empty = [0, 0];
  for (const [at, byte] of start.entries()) if (byte === 0) empty[at % 2] = (empty[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = empty;
  const many = start.length / 8;
  if (odd > many && even === 0) return 'utf-16le';
  return even > many && odd === 0 ? 'utf-16be' : null;
}
