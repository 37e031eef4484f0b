import { ExternalHyperlink, type ParagraphChild, TextRun } from 'docx';
import { type InlineNode, isSafeAddress, TEXT_FORMAT, type TextNode } from '../../../shared/content/index.ts';

/** Words within a block as Word has them: runs with their formats, breaks, links. `isBold`: all of them, in a head. */
export function wordsOfDocument(children: readonly InlineNode[], isBold = false): ParagraphChild[] {
  return children.flatMap((child): ParagraphChild[] => {
    if (child.type === 'linebreak') return [new TextRun({ break: 1 })];
    if (child.type === 'text') return [run(child, isBold)];
    const inner = wordsOfDocument(child.children, isBold);
    return isSafeAddress(child.url) ? [new ExternalHyperlink({ link: child.url, children: inner })] : inner;
  });
}

function run({ text, format = 0 }: TextNode, isBold: boolean): TextRun {
  const has = (bit: number): boolean => (format & bit) !== 0;
  return new TextRun({
    text,
    bold: isBold || has(TEXT_FORMAT.bold),
    italics: has(TEXT_FORMAT.italic),
    strike: has(TEXT_FORMAT.strike),
    subScript: has(TEXT_FORMAT.sub),
    superScript: has(TEXT_FORMAT.sup),
    ...(has(TEXT_FORMAT.underline) ? { underline: {} } : {}),
    ...(has(TEXT_FORMAT.code) ? { font: 'Courier New' } : {}),
  });
}
