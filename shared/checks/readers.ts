import { asKnownBlock, type Block, type InlineNode, type KnownBlock, picturesOfBlock } from '../content/index.ts';
import type { Checked, Place } from './finding.ts';
import { type CheckRule, LONG_TITLE } from './rules.ts';

/** What is found about a part as a whole. */
export interface Whole {
  readonly rule: CheckRule;
  readonly place: Place;
  readonly words?: string;
}

/** Words that say nothing of where a link leads: a link of no others is vague. Lower case, with marks and without. */
const VAGUE = new Set(
  (
    'xem bấm nhấn nhấp ấn kích chuột click tại tải về xuống download vào ở đây link liên kết này đó đường dẫn chi tiết thêm tiếp ' +
    'đọc file tệp để theo trang web website nút dưới here this more read see learn tai ve vao day xem them chi tiet duong dan doc tep'
  ).split(' '),
);
/** An address with more than its host: nobody reads it, and a screen reader spells it. */
const ADDRESS = /^(?:https?:\/\/)?[^\s/@]+\.[^\s/@]{2,}\/\S+$/i;

function isVague(words: string): boolean {
  if (ADDRESS.test(words.trim())) return true;
  return (
    words
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).every((word) => VAGUE.has(word));
}

/** What a reader, sighted or not, would miss in the fields. */
export function readersOfFields({ title, summary, cover }: Checked): Whole[] {
  const found: Whole[] = [];
  if (summary.trim() === '') found.push({ rule: 'no_summary', place: { field: 'summary' } });
  if (cover === null) found.push({ rule: 'no_cover', place: { field: 'cover' } });
  else if (cover.alt.trim() === '') found.push({ rule: 'missing_alt', place: { field: 'cover' } });
  if ([...title].length > LONG_TITLE) found.push({ rule: 'title_long', place: { field: 'title' } });
  const letters = title.match(/\p{L}/gu)?.join('') ?? '';
  // Letters with marks make words; without, short titles are abbreviations: UBND - HĐND.
  const isWords = letters.length >= (/\p{M}/u.test(title.normalize('NFD')) ? 8 : 12);
  if (isWords && letters === letters.toUpperCase()) found.push({ rule: 'title_capitals', place: { field: 'title' } });
  return found;
}

/** What a reader would miss in the body: descriptions, order of headings, links that say where they lead, table heads. */
export function readersOfBody(blocks: readonly Block[]): Whole[] {
  const found: Whole[] = [];
  let level = 1;
  for (const block of blocks) {
    const place = { block: block.id };
    const known = asKnownBlock(block);
    if (known === null) continue;
    if (known.type === 'heading') {
      if (known.level > level + 1) found.push({ rule: 'heading_order', place });
      level = known.level;
    }
    if (known.type === 'table' && !known.headerRow && !known.headerColumn) found.push({ rule: 'table_header', place });
    if (picturesOfBlock(block).some(({ alt, decorative }) => decorative !== true && alt.trim() === ''))
      found.push({ rule: 'missing_alt', place });
    for (const words of linksOf(known)) {
      if (words.trim() === '') found.push({ rule: 'empty_link', place });
      else if (isVague(words)) found.push({ rule: 'vague_link', place, words });
    }
  }
  return found;
}

function linksOf(block: KnownBlock): string[] {
  const runs: (readonly InlineNode[])[] = [];
  if (block.type === 'list') {
    const lists = [block.items];
    for (let items = lists.pop(); items !== undefined; items = lists.pop())
      for (const item of items) {
        runs.push(item.children);
        if (item.nested) lists.push(item.nested.items);
      }
  } else if (block.type === 'table')
    for (const { cells } of block.rows) runs.push(...cells.map((cell) => cell.children));
  else if ('children' in block) runs.push(block.children);
  return runs.flatMap((run) =>
    run.flatMap((node) =>
      node.type === 'link' ? [node.children.map((child) => (child.type === 'text' ? child.text : ' ')).join('')] : [],
    ),
  );
}
