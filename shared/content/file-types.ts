/** What the first bytes of a file say it is. Several types share one container. */
export type FileFamily = 'webp' | 'pdf' | 'zip' | 'ole' | 'rar' | '7z' | 'mp3' | 'mp4' | 'rtf' | 'text';

const OPEN_XML = 'application/vnd.openxmlformats-officedocument';
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument';

/**
 * The files that may be attached to a post, by the end of their names: what schools publish (decisions, forms, tables,
 * lessons), nothing that runs. Pictures are not among them: they are taken in as pictures, without place and camera.
 */
export const FILE_TYPES = {
  pdf: { mime: 'application/pdf', family: 'pdf' },
  docx: { mime: `${OPEN_XML}.wordprocessingml.document`, family: 'zip' },
  xlsx: { mime: `${OPEN_XML}.spreadsheetml.sheet`, family: 'zip' },
  pptx: { mime: `${OPEN_XML}.presentationml.presentation`, family: 'zip' },
  doc: { mime: 'application/msword', family: 'ole' },
  xls: { mime: 'application/vnd.ms-excel', family: 'ole' },
  ppt: { mime: 'application/vnd.ms-powerpoint', family: 'ole' },
  odt: { mime: `${OPEN_DOCUMENT}.text`, family: 'zip' },
  ods: { mime: `${OPEN_DOCUMENT}.spreadsheet`, family: 'zip' },
  odp: { mime: `${OPEN_DOCUMENT}.presentation`, family: 'zip' },
  rtf: { mime: 'application/rtf', family: 'rtf' },
  txt: { mime: 'text/plain', family: 'text' },
  csv: { mime: 'text/csv', family: 'text' },
  zip: { mime: 'application/zip', family: 'zip' },
  rar: { mime: 'application/vnd.rar', family: 'rar' },
  '7z': { mime: 'application/x-7z-compressed', family: '7z' },
  mp3: { mime: 'audio/mpeg', family: 'mp3' },
  mp4: { mime: 'video/mp4', family: 'mp4' },
} as const satisfies Record<string, { readonly mime: string; readonly family: FileFamily }>;

export type FileExtension = keyof typeof FILE_TYPES;
export type FileMime = (typeof FILE_TYPES)[FileExtension]['mime'];

export const FILE_EXTENSIONS = Object.keys(FILE_TYPES) as readonly FileExtension[];
export const FILE_MIMES = FILE_EXTENSIONS.map((extension) => FILE_TYPES[extension].mime);

/** The end of a file's name, if it is one that may be attached, else `null`. */
export function fileExtensionOf(name: string): FileExtension | null {
  const end = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(FILE_TYPES, end) ? (end as FileExtension) : null;
}

/** The end of the name that files of a media type have. */
export function extensionOfMime(mime: FileMime): FileExtension {
  return FILE_EXTENSIONS.find((extension) => FILE_TYPES[extension].mime === mime) ?? 'zip';
}

/** Bytes from a file's start that {@link fileFamily} wants to see. */
export const FILE_HEAD = 4_096;

/** Bytes that a file of a family begins with, as letters of one byte each, and what follows them. */
const MARKS: readonly (readonly [FileFamily, string, RegExp])[] = [
  // RIFF container, WEBP form, one of its three kinds of picture (RFC 9649).
  ['webp', 'RIFF', /^[\s\S]{4}WEBPVP8[ LX]/],
  ['pdf', '%PDF-', /^\d/],
  ['zip', 'PK\x03\x04', /^/],
  ['ole', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', /^/],
  ['rar', 'Rar!\x1a\x07', /^/],
  ['7z', '7z\xbc\xaf\x27\x1c', /^/],
  ['rtf', '{\\rtf', /^/],
  ['mp3', 'ID3', /^/],
  ['mp3', '\xff', /^[\xe2\xe3\xf2\xf3\xfa\xfb]/],
  ['mp4', '', /^[\s\S]{4}ftyp(?!hei|hev|mif1|msf1|avi)/],
];

/** What a file is by its first bytes, whatever its name says; `null` for what none of ours is. */
export function fileFamily(head: Uint8Array): FileFamily | null {
  const bytes = head.subarray(0, FILE_HEAD);
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  const marked = MARKS.find(([, mark, rest]) => text.startsWith(mark) && rest.test(text.slice(mark.length)));
  if (marked !== undefined) return marked[0];
  return isText(bytes) ? 'text' : null;
}

/** Words in UTF-8 or an encoding of a byte a letter, or UTF-16 by its mark; no control codes but tab, ends of lines and pages. */
function isText(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if (first === undefined) return false;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return bytes.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d && byte !== 0x0b) || byte === 0x1b);
}

/** Whether a file's first bytes are what its media type says. */
export function isFileOf(mime: FileMime, head: Uint8Array): boolean {
  return fileFamily(head) === FILE_TYPES[extensionOfMime(mime)].family;
}
