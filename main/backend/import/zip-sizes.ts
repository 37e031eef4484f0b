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

/** Reads the directory of a ZIP file; `null` when it is none, or one whose sizes only its 64-bit form can tell. */
export function zipSizes(bytes: Buffer): ZipSizes | null {
  let end = bytes.length - 22;
  const first = Math.max(0, bytes.length - TAIL);
  while (end >= first && bytes.readUInt32LE(end) !== END) end -= 1;
  if (end < first) return null;
  const files = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  let unpacked = 0;
  for (let file = 0; file < files; file += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) return null;
    const size = bytes.readUInt32LE(at + 24);
    if (size === 0xffffffff) return null;
    unpacked += size;
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return { files, unpacked };
}
