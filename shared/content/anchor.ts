import { z } from 'zod';
import type { Block } from './node.ts';
import { type PlainText, plainText } from './plain-text.ts';

/**
 * What a remark is about, in the revision it names: a field or a block, and a stretch of its words. `start` and `end`
 * count UTF-16 units of its text nodes in reading order, without line breaks and borders between items or cells, as an
 * editor and a drawn page count them; absent, it is about the whole. The words themselves are not repeated here: they
 * are read from the revision, so that what is erased there is nowhere else.
 */
export const anchorSchema = z.strictObject({
  /** A block's id, or `title`, `summary`. */
  of: z.string().min(1).max(64),
  start: z.int().min(0).max(10_000_000).optional(),
  end: z.int().min(1).max(10_000_000).optional(),
});
export type Anchor = z.infer<typeof anchorSchema>;

/** The words of a post that can be remarked on. */
export interface Anchored {
  readonly title: string;
  readonly summary: string;
  readonly blocks: readonly Block[];
}

/** Words on each side of a quote that tell it from the same words elsewhere, in UTF-16 units. */
const CONTEXT = 32;
/** A quote this long is known again by itself, in its own block; a shorter one by what stands beside it. */
const TELLING = 8;
/** As {@link TELLING}, for another block: words that moved with a part of their paragraph. */
const TELLING_ELSEWHERE = 20;
/** Same words looked at in one block, each way from where they stood: hostile text costs no more. */
const MOST_SAME = 500;

const FIELDS = ['title', 'summary'] as const;

/** The words an anchor marks; '' when it is about the whole of its block, `null` when the text has no such place. */
export function quoteAt(text: Anchored, anchor: Anchor): string | null {
  const part = partOf(text, anchor.of);
  if (part === null) return null;
  if (anchor.start === undefined || anchor.end === undefined) return '';
  const { start, end } = rangeIn(part, anchor.start, anchor.end);
  const quote = part.text.slice(start, end);
  return quote.trim() === '' ? null : quote;
}

/**
 * Finds what an anchor marked again in a text that was edited since: by its block, then by its words there, then by
 * its words in any other block (a paragraph that was cut in two). Of several the one with the same neighbours, then
 * the nearest. `null`: it is not there any more, or cannot be told from other words.
 */
export function findAnchor(before: Anchored, anchor: Anchor, now: Anchored): Anchor | null {
  const was = partOf(before, anchor.of);
  if (was === null) return null;
  const own = partOf(now, anchor.of);
  if (anchor.start === undefined || anchor.end === undefined) return own === null ? null : { of: anchor.of };
  const range = rangeIn(was, anchor.start, anchor.end);
  const wanted = { text: was.text, ...range, quote: was.text.slice(range.start, range.end) };
  if (wanted.quote.trim() === '') return null;
  const here = own === null ? null : bestIn(own, wanted);
  if (own !== null && here !== null && here.score >= needed(wanted, TELLING, 3))
    return anchorAt(anchor.of, own, here.at, wanted.quote);
  if (isField(anchor.of)) return null;
  let best: { of: string; part: PlainText; at: number; score: number } | null = null;
  for (const block of now.blocks) {
    if (block.id === anchor.of) continue;
    const part = plainText(block);
    const found = bestIn(part, wanted);
    if (found === null || found.score < needed(wanted, TELLING_ELSEWHERE, TELLING)) continue;
    if (best === null || found.score > best.score) best = { of: block.id, part, ...found };
  }
  return best && anchorAt(best.of, best.part, best.at, wanted.quote);
}

interface Wanted {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** Same neighbours that a quote needs to be the one; none for a telling one, no more than it ever had. */
function needed({ text, quote }: Wanted, telling: number, least: number): number {
  return quote.length >= telling ? 0 : Math.min(least, text.length - quote.length);
}

/** Where the words stand in a part: with the most of their old neighbours, then nearest to their old place. */
function bestIn(part: PlainText, wanted: Wanted): { at: number; score: number } | null {
  let best: { at: number; score: number } | null = null;
  const consider = (at: number): void => {
    const score = sharedBefore(part.text, at, wanted) + sharedAfter(part.text, at + wanted.quote.length, wanted);
    const isNearer = best !== null && Math.abs(at - wanted.start) < Math.abs(best.at - wanted.start);
    if (best === null || score > best.score || (score === best.score && isNearer)) best = { at, score };
  };
  let at = part.text.indexOf(wanted.quote, wanted.start);
  for (let count = 0; at !== -1 && count < MOST_SAME; count += 1) {
    consider(at);
    at = part.text.indexOf(wanted.quote, at + 1);
  }
  at = wanted.start === 0 ? -1 : part.text.lastIndexOf(wanted.quote, wanted.start - 1);
  for (let count = 0; at !== -1 && count < MOST_SAME; count += 1) {
    consider(at);
    at = at === 0 ? -1 : part.text.lastIndexOf(wanted.quote, at - 1);
  }
  return best;
}

function sharedBefore(text: string, at: number, wanted: Wanted): number {
  let shared = 0;
  while (
    shared < CONTEXT &&
    shared < at &&
    shared < wanted.start &&
    text[at - 1 - shared] === wanted.text[wanted.start - 1 - shared]
  )
    shared += 1;
  return shared;
}

function sharedAfter(text: string, at: number, wanted: Wanted): number {
  let shared = 0;
  while (
    shared < CONTEXT &&
    at + shared < text.length &&
    wanted.end + shared < wanted.text.length &&
    text[at + shared] === wanted.text[wanted.end + shared]
  )
    shared += 1;
  return shared;
}

function anchorAt(of: string, part: PlainText, at: number, quote: string): Anchor {
  return { of, start: part.toNodes(at), end: part.toNodes(at + quote.length) };
}

function rangeIn(part: PlainText, start: number, end: number): { start: number; end: number } {
  return { start: part.fromNodes(start, 'start'), end: part.fromNodes(end, 'end') };
}

function isField(of: string): of is (typeof FIELDS)[number] {
  return (FIELDS as readonly string[]).includes(of);
}

function partOf(text: Anchored, of: string): PlainText | null {
  if (isField(of)) return { text: text[of], toNodes: (at) => at, fromNodes: (at) => at };
  const block = text.blocks.find(({ id }) => id === of);
  return block === undefined ? null : plainText(block);
}
