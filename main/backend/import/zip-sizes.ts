import { inflateRawSync } from 'node:zlib';

/** What a ZIP file says of itself in its directory, read without unpacking anything. */
export interface ZipSizes {
  readonly files: number;
  /** Bytes of all files when unpacked, as declared. */
  readonly unpacked: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** The end record and the longest comment after it. */
const TAIL = 65_557;

/** One file in a ZIP file, as its directory tells. */
interface Entry {
  /** 0: as it is; 8: deflated. */
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Where its own header lies. */
  readonly at: number;
}

const STORED = 0;
const DEFLATED = 8;

/**
 * Reads the directory of a ZIP file; `null` when it is none, or one whose sizes only its 64-bit form can tell, or where
 * something lies between directory and end: another reader would take that for the directory.
 */
export function zipSizes(bytes: Buffer): ZipSizes | null {
  const entries = entriesOf(bytes);
  return entries && { files: entries.length, unpacked: entries.reduce((sum, { unpacked }) => sum + unpacked, 0) };
}

/** Whether no file of a ZIP file unpacks to more than its directory says: found by unpacking, so not on a thread that others wait for. */
export function unpacksAsDeclared(bytes: Buffer): boolean {
  return (entriesOf(bytes) ?? []).every(({ method, packed, unpacked, at }) => {
    if (method === STORED) return packed === unpacked;
    if (method !== DEFLATED || at + 30 > bytes.length) return false;
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    try {
      return (
        inflateRawSync(bytes.subarray(start, start + packed), { maxOutputLength: unpacked + 1 }).length <= unpacked
      );
    } catch {
      return false;
    }
  });
}

function entriesOf(bytes: Buffer): Entry[] | null {
  let end = bytes.length - 22;
  const first = Math.max(0, bytes.length - TAIL);
  while (end >= first && bytes.readUInt32LE(end) !== END) end -= 1;
  if (end < first) return null;
  const files = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  // All bits set in one of these send a reader to the 64-bit form.
  const isLarge = [4, 6, 8, 10].some((field) => bytes.readUInt16LE(end + field) === 0xffff);
  if (isLarge || at + bytes.readUInt32LE(end + 12) !== end) return null;
  const entries: Entry[] = [];
  for (let file = 0; file < files; file += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) return null;
    const packed = bytes.readUInt32LE(at + 20);
    const unpacked = bytes.readUInt32LE(at + 24);
    const own = bytes.readUInt32LE(at + 42);
    if (Math.max(packed, unpacked, own) === 0xffffffff) return null;
    entries.push({ method: bytes.readUInt16LE(at + 10), packed, unpacked, at: own });
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return at === end ? entries : null;
}
