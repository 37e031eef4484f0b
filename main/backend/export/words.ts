import { ExternalHyperlink, type ParagraphChild, TextRun } from 'docx';
import { type InlineNode, isSafeAddress, TEXT_FORMAT, type TextNode } from '../../../shared/content/index.ts';

/** What words have from where they stand. */
interface Place {
  readonly isBold?: boolean;
  readonly isLink?: boolean;
}

/** Words within a block as Word has them: runs with their formats, breaks, links. `isBold`: all of them, in a head. */
export function wordsOfDocument(children: readonly InlineNode[], place: Place = {}): ParagraphChild[] {
  return children.flatMap((child): ParagraphChild[] => {
    if (child.type === 'linebreak') return [new TextRun({ break: 1 })];
    if (child.type === 'text') return [run(child, place)];
    if (!isSafeAddress(child.url)) return wordsOfDocument(child.children, place);
    const inner = wordsOfDocument(child.children, { ...place, isLink: true });
    return [new ExternalHyperlink({ link: child.url, children: inner })];
  });
}

function run({ text, format = 0 }: TextNode, { isBold = false, isLink = false }: Place): TextRun {
  const has = (bit: number): boolean => (format & bit) !== 0;
  // Said only where it holds: *no slant* would take that of the paragraph's style.
  return new TextRun({
    text: writable(text),
    ...(isLink ? { style: 'Hyperlink' } : {}),
    ...(isBold || has(TEXT_FORMAT.bold) ? { bold: true } : {}),
    ...(has(TEXT_FORMAT.italic) ? { italics: true } : {}),
    ...(has(TEXT_FORMAT.strike) ? { strike: true } : {}),
    ...(has(TEXT_FORMAT.sub) ? { subScript: true } : {}),
    ...(has(TEXT_FORMAT.sup) ? { superScript: true } : {}),
    ...(has(TEXT_FORMAT.underline) ? { underline: {} } : {}),
    ...(has(TEXT_FORMAT.code) ? { font: 'Courier New' } : {}),
  });
}

/** Signs that XML has no way to write (XML 1.0, 2.2): words copied from a PDF hold them, and Word opens no file with one. */
const NO_XML = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;

/** Words as a file of Word can hold them. */
export function writable(text: string): string {
  return text.replace(NO_XML, '');
}
