import {
  AlignmentType,
  Document,
  type FileChild,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import {
  asKnownBlock,
  type Block,
  type Revision,
  type TableBlock,
  type VideoBlock,
} from '../../../shared/content/index.ts';
import { createLists, type Lists } from './lists.ts';
import { STYLE, type StyleNames, stylesOf } from './styles.ts';
import { wordsOfDocument, writable } from './words.ts';

/** A picture as Word can show it, with its size in pixels. */
export interface WordPicture {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

/** What surrounds the words. */
export interface Surroundings {
  /** A picture by its hash; `null` when it is not on this computer. */
  readonly picture: (hash: string) => Promise<WordPicture | null>;
  /** Stands where the program cannot draw a block of a newer version, or lacks a picture. */
  readonly missing: string;
  /** An attached file's name, and its type and size in words; `null` when nothing is known of it. */
  readonly file: (hash: string) => { readonly name: string; readonly about: string } | null;
  readonly styleNames: StyleNames;
}

/** Pixels between the margins of an A4 page, and what of its height a picture may take. */
const PAGE = { width: 600, height: 700 };
/** Twentieths of a point, the same width. */
const PAGE_TWIPS = 9_026;

/** A post as a Word document: what a reader of the page reads, in its order. */
export async function toDocx(revision: Revision, around: Surroundings): Promise<Buffer> {
  const lists = createLists();
  const [title, summary] = [writable(revision.title), writable(revision.summary)];
  const byline = writable(revision.byline);
  const children: FileChild[] = [new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 })];
  if (byline !== '') children.push(new Paragraph({ text: byline, alignment: AlignmentType.RIGHT }));
  if (summary !== '') children.push(new Paragraph({ children: [new TextRun({ text: summary, bold: true })] }));
  if (revision.cover) children.push(await pictureOf(revision.cover.media, revision.cover.alt, around));
  for (const block of revision.blocks) children.push(...(await blockOf(block, lists, around)));
  const document = new Document({
    ...{ title, description: summary, creator: byline },
    styles: stylesOf(revision.language, around.styleNames),
    numbering: { config: [...lists.numberings] },
    sections: [{ children }],
  });
  return Packer.toBuffer(document);
}

async function blockOf(block: Block, lists: Lists, around: Surroundings): Promise<FileChild[]> {
  const known = asKnownBlock(block);
  switch (known?.type) {
    case undefined:
      return [new Paragraph(around.missing)];
    case 'paragraph':
      return [new Paragraph({ children: wordsOfDocument(known.children) })];
    case 'heading':
      return [
        new Paragraph({
          children: wordsOfDocument(known.children),
          heading:
            [HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4][known.level - 2] ?? 'Heading4',
          keepNext: true,
        }),
      ];
    case 'quote':
      return [new Paragraph({ children: wordsOfDocument(known.children), style: STYLE.quote })];
    case 'rule':
      return [new Paragraph({ thematicBreak: true })];
    case 'list':
      return lists.paragraphs(known.ordered, known.items, known.start);
    case 'callout':
      return [new Paragraph({ children: wordsOfDocument(known.children), style: STYLE[known.tone] })];
    case 'figure': {
      const words = [known.caption, known.credit].filter((part) => part).join(' ');
      return [await pictureOf(known.media, known.decorative ? '' : known.alt, around, words !== ''), ...caption(words)];
    }
    case 'gallery': {
      const pictures: FileChild[] = [];
      for (const item of known.items) {
        const alt = item.decorative ? '' : item.alt;
        pictures.push(await pictureOf(item.media, alt, around, item.caption !== undefined), ...caption(item.caption));
      }
      return [...pictures, ...caption(known.caption)];
    }
    case 'table':
      return [...caption(known.caption, true), tableOf(known), new Paragraph('')];
    case 'video':
      return [videoOf(known)];
    case 'file': {
      const file = around.file(known.media);
      const words = [known.title || file?.name || around.missing, ...(file === null ? [] : [`(${file.about})`])];
      return [new Paragraph(writable(words.join(' ')))];
    }
  }
}

/** The link, and the site that it leads to: paper shows no address. */
function videoOf({ url, title }: VideoBlock): Paragraph {
  const link = wordsOfDocument([{ type: 'link', url, children: [{ type: 'text', text: title || url }] }]);
  const site = title === '' ? null : (/^https?:\/\/(?:[^/?#]*@)?([^/?#@]+)/i.exec(url)?.[1] ?? null);
  return new Paragraph({ children: [...link, ...(site === null ? [] : [new TextRun(writable(` (${site})`))])] });
}

/** Words under a picture, or over a table, that keep together with it. */
function caption(words: string | undefined, keepNext = false): Paragraph[] {
  if (!words) return [];
  return [new Paragraph({ text: writable(words), style: STYLE.caption, keepNext })];
}

async function pictureOf(hash: string, alt: string, around: Surroundings, keepNext = false): Promise<Paragraph> {
  const picture = await around.picture(hash);
  if (picture === null) return new Paragraph(writable(alt === '' ? around.missing : `${around.missing} ${alt}`));
  const scale = Math.min(1, PAGE.width / picture.width, PAGE.height / picture.height);
  const transformation = { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) };
  const altText = { name: hash.slice(0, 12), title: '', description: writable(alt) };
  const image = new ImageRun({ type: 'jpg', data: picture.data, transformation, altText });
  return new Paragraph({ children: [image], alignment: AlignmentType.CENTER, keepNext });
}

function tableOf({ headerRow, headerColumn, widths, rows }: TableBlock): Table {
  let coveredRows = 0;
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    ...(widths === undefined ? {} : { columnWidths: widths.map((width) => Math.round((width * PAGE_TWIPS) / 1_000)) }),
    rows: rows.map(({ cells }, index) => {
      const isTop = headerRow && index === 0;
      // In a row that begins below a tall cell, the first cell is none of the first column.
      const isFirstColumnFree = coveredRows === 0;
      if (isFirstColumnFree) coveredRows = cells[0]?.rowspan ?? 1;
      coveredRows -= 1;
      return new TableRow({
        // Word reads the mark as set wherever it stands, also with the value *false*.
        ...(isTop ? { tableHeader: true } : {}),
        cantSplit: true,
        children: cells.map(({ children, colspan, rowspan }, at) => {
          const isHead = isTop || (headerColumn && isFirstColumnFree && at === 0);
          return new TableCell({
            children: [new Paragraph({ children: wordsOfDocument(children, { isBold: isHead }) })],
            ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: 'EEF1F4' } } : {}),
            ...(colspan === undefined ? {} : { columnSpan: colspan }),
            ...(rowspan === undefined ? {} : { rowSpan: rowspan }),
          });
        }),
      });
    }),
  });
}
