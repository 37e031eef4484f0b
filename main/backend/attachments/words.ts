import { strFromU8, type UnzipFileInfo, unzipSync } from 'fflate';
import type { FileWords } from '../../../shared/checks/index.ts';
import { type FileExtension, LIMITS } from '../../../shared/content/index.ts';
import { wordsOfSheets } from './sheet-words.ts';
import { OPEN_DOCUMENT, OPEN_XML, wordsOfXml } from './xml-words.ts';

/** Pages of a PDF that are read. */
const MOST_PAGES = 500;
/** Characters kept of a file: some thousand pages. */
const MOST_CHARACTERS = 5_000_000;

/** The parts of each packed format that hold words a reader may see; headers, footers, notes and titles too. */
const PARTS: Partial<Record<FileExtension, RegExp>> = {
  docx: /^(?:word\/(?:document\d*|header\d*|footer\d*|footnotes|endnotes|comments\d*)|docProps\/core)\.xml$/,
  pptx: /^(?:ppt\/(?:slides|notesSlides)\/[\w-]+|docProps\/core)\.xml$/,
  xlsx: /^(?:xl\/(?:sharedStrings|worksheets\/[\w-]+|drawings\/drawing\d*|comments\d*)|docProps\/core)\.xml$/,
  odt: /^(?:content|styles|meta)\.xml$/,
  ods: /^(?:content|styles|meta)\.xml$/,
  odp: /^(?:content|styles|meta)\.xml$/,
};

/** What a file says, or `null` for one of a kind whose words cannot be read. @throws for a broken one. */
export async function wordsOfFile(bytes: Uint8Array, extension: FileExtension): Promise<FileWords | null> {
  const words = await read(bytes, extension);
  return words === null ? null : words.slice(0, MOST_CHARACTERS);
}

async function read(bytes: Uint8Array, extension: FileExtension): Promise<string | null> {
  if (extension === 'pdf') return wordsOfPdf(bytes);
  if (extension === 'txt') return decode(bytes);
  if (extension === 'csv') return decode(bytes).replace(/[,;]/g, '\t');
  const wanted = PARTS[extension];
  if (wanted === undefined) return null;
  let unpacked = 0;
  const filter = ({ name, originalSize }: UnzipFileInfo): boolean => {
    if (!wanted.test(name)) return false;
    // Memory beside the heap has no limit of its own.
    unpacked += originalSize;
    if (unpacked > LIMITS.documentUnpackedBytes) throw new Error('unpacks to more than is read');
    return true;
  };
  const files = unzipSync(bytes, { filter });
  const parts = Object.entries(files).map(([name, part]) => ({ name, xml: withoutPrefix(strFromU8(part)) }));
  const format = extension.startsWith('od') ? OPEN_DOCUMENT : OPEN_XML;
  const words = parts.filter(({ name }) => !isSheetPart(name)).map(({ xml }) => wordsOfXml(xml, format));
  if (extension !== 'xlsx') return words.join('\n');
  const shared = parts.find(({ name }) => name.endsWith('sharedStrings.xml'))?.xml ?? null;
  const sheets = parts.filter(({ name }) => name.startsWith('xl/worksheets/')).map(({ xml }) => xml);
  return [wordsOfSheets(shared, sheets), ...words].join('\n');
}

/** Programs other than Excel write `x:row` for `row`: the same name, in the same namespace. */
const SHEET_PREFIX =
  /\bxmlns:(\w+)="http:\/\/(?:schemas\.openxmlformats\.org\/spreadsheetml\/2006|purl\.oclc\.org\/ooxml\/spreadsheetml)\/main"/;
/** Characters within which the namespaces are named. */
const HEAD = 4_000;

function withoutPrefix(xml: string): string {
  const prefix = SHEET_PREFIX.exec(xml.slice(0, HEAD))?.[1];
  return prefix === undefined ? xml : xml.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</');
}

function isSheetPart(name: string): boolean {
  return name.startsWith('xl/worksheets/') || name.endsWith('sharedStrings.xml');
}

/** Room between two words of a PDF, in heights of its letters, from which on they stand apart: a number left, a stamp right. */
const GAP = 3;

/** The text layer of a PDF and what it says of itself; `null` where there is none, as in a scan. */
async function wordsOfPdf(bytes: Uint8Array): Promise<string | null> {
  // Large, and wanted for PDF only.
  const { getDocumentProxy } = await import('unpdf');
  const pdf = await getDocumentProxy(bytes, { verbosity: 0 });
  let text = '';
  for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES) && text.length < MOST_CHARACTERS; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    for (const item of items)
      if ('str' in item) {
        const isApart = item.str.trim() === '' && item.width > GAP * item.height;
        text += `${isApart ? '\t' : item.str}${item.hasEOL ? '\n' : ''}`;
      }
    text += '\n';
  }
  const info = new Map<string, unknown>(Object.entries((await pdf.getMetadata()).info));
  const about = ['Title', 'Subject', 'Keywords']
    .map((key) => info.get(key))
    .filter((value) => typeof value === 'string');
  return text.trim() === '' && about.length === 0 ? null : [text, ...about].join('\n');
}

/** UTF-8, UTF-16 by its mark, else one byte a letter: digits and capitals are the same there. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1258').decode(bytes);
  }
}
