import {
  AlignmentType,
  BorderStyle,
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
import { asKnownBlock, type Block, type Revision, type TableBlock } from '../../../shared/content/index.ts';
import { createLists, type Lists } from './lists.ts';
import { wordsOfDocument } from './words.ts';

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
  /** The name of an attached file. */
  readonly fileName: (hash: string) => string;
}

/** Pixels between the margins of an A4 page, and what of its height a picture may take. */
const PAGE = { width: 600, height: 700 };
/** Twentieths of a point, the same width. */
const PAGE_TWIPS = 9_026;
const BOX = { style: BorderStyle.SINGLE, size: 8, space: 6, color: '0C4F8A' } as const;

/** A post as a Word document: what a reader of the page reads, in its order. */
export async function toDocx(revision: Revision, around: Surroundings): Promise<Buffer> {
  const lists = createLists();
  const children: FileChild[] = [new Paragraph({ text: revision.title, heading: HeadingLevel.HEADING_1 })];
  if (revision.byline !== '') children.push(new Paragraph({ text: revision.byline, alignment: AlignmentType.RIGHT }));
  if (revision.summary !== '')
    children.push(new Paragraph({ children: [new TextRun({ text: revision.summary, bold: true })] }));
  if (revision.cover) children.push(await pictureOf(revision.cover.media, revision.cover.alt, around));
  for (const block of revision.blocks) children.push(...(await blockOf(block, lists, around)));
  const document = new Document({
    title: revision.title,
    description: revision.summary,
    creator: revision.byline,
    styles: {
      default: {
        document: {
          run: {
            font: 'Times New Roman',
            size: 26,
            language: { value: revision.language === 'vi' ? 'vi-VN' : 'en-GB' },
          },
          paragraph: { spacing: { after: 120, line: 300 } },
        },
      },
    },
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
      return [new Paragraph({ children: wordsOfDocument(known.children), indent: { left: 720, right: 720 } })];
    case 'rule':
      return [new Paragraph({ thematicBreak: true })];
    case 'list':
      return lists.paragraphs(known.ordered, known.items, known.start);
    case 'callout':
      return [
        new Paragraph({
          children: wordsOfDocument(known.children),
          border: { top: BOX, bottom: BOX, left: BOX, right: BOX },
          shading: { type: ShadingType.CLEAR, fill: known.tone === 'important' ? 'FDEBD8' : 'EAF2FA' },
        }),
      ];
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
    case 'video': {
      const words = [{ type: 'text' as const, text: known.title || known.url }];
      return [new Paragraph({ children: wordsOfDocument([{ type: 'link', url: known.url, children: words }]) })];
    }
    case 'file':
      return [new Paragraph(known.title || around.fileName(known.media))];
  }
}

/** Words under a picture, or over a table, that keep together with it. */
function caption(words: string | undefined, keepNext = false): Paragraph[] {
  if (!words) return [];
  const children = [new TextRun({ text: words, italics: true, size: 24 })];
  return [new Paragraph({ children, alignment: AlignmentType.CENTER, keepNext })];
}

async function pictureOf(hash: string, alt: string, around: Surroundings, keepNext = false): Promise<Paragraph> {
  const picture = await around.picture(hash);
  if (picture === null) return new Paragraph(alt === '' ? around.missing : `${around.missing} ${alt}`);
  const scale = Math.min(1, PAGE.width / picture.width, PAGE.height / picture.height);
  const transformation = { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) };
  const altText = { name: hash.slice(0, 12), title: '', description: alt };
  const image = new ImageRun({ type: 'jpg', data: picture.data, transformation, altText });
  return new Paragraph({ children: [image], alignment: AlignmentType.CENTER, keepNext });
}

function tableOf({ headerRow, headerColumn, widths, rows }: TableBlock): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    ...(widths === undefined ? {} : { columnWidths: widths.map((width) => Math.round((width * PAGE_TWIPS) / 1_000)) }),
    rows: rows.map(({ cells }, index) => {
      const isHead = headerRow && index === 0;
      return new TableRow({
        // Word reads the mark as set wherever it stands, also with the value *false*.
        ...(isHead ? { tableHeader: true } : {}),
        cantSplit: true,
        children: cells.map(
          ({ children, colspan, rowspan }, at) =>
            new TableCell({
              children: [new Paragraph({ children: wordsOfDocument(children, isHead || (headerColumn && at === 0)) })],
              ...(colspan === undefined ? {} : { columnSpan: colspan }),
              ...(rowspan === undefined ? {} : { rowSpan: rowspan }),
            }),
        ),
      });
    }),
  });
}
