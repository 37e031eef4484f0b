import { movedIds } from './merge-order.ts';
import { isSame } from './merge-sequence.ts';
import type { Block } from './node.ts';

/** What became of a block between two revisions. Removed ones stand where they stood. */
export type BlockChange =
  | { readonly kind: 'same' | 'moved' | 'added'; readonly block: Block }
  | { readonly kind: 'removed'; readonly block: Block }
  | { readonly kind: 'changed'; readonly before: Block; readonly block: Block; readonly isMoved: boolean };

/** Compares two bodies block by block, by ids, in the order of the newer one. */
export function compareBlocks(before: readonly Block[], after: readonly Block[]): BlockChange[] {
  const older = new Map(before.map((block) => [block.id, block]));
  const kept = new Set(after.map(({ id }) => id));
  const moved = movedIds(
    before.map(({ id }) => id),
    after.map(({ id }) => id),
  );
  const changes: BlockChange[] = [];
  let next = 0;
  const showRemoved = (): void => {
    for (let block = before[next]; block !== undefined; block = before[next]) {
      if (kept.has(block.id) && !moved.has(block.id)) return;
      if (!kept.has(block.id)) changes.push({ kind: 'removed', block });
      next += 1;
    }
  };
  showRemoved();
  for (const block of after) {
    const was = older.get(block.id);
    const isMoved = moved.has(block.id);
    if (was === undefined) changes.push({ kind: 'added', block });
    else if (!isSame(was, block)) changes.push({ kind: 'changed', before: was, block, isMoved });
    else changes.push({ kind: isMoved ? 'moved' : 'same', block });
    if (was === undefined || isMoved) continue;
    next += 1;
    showRemoved();
  }
  return changes;
}

/** A stretch of words that both texts have, or only the older or the newer one. */
export interface WordRun {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Cells of the table of common words; past this the middle is shown as replaced, so that hostile text costs little. */
const MOST_CELLS = 1_000_000;

/** A word with the white space before it; the last of a text may be white space alone. */
interface Token {
  readonly space: string;
  readonly word: string;
}

/**
 * Compares two texts word by word, whatever white space stands before a word. The runs of `same` and `removed` give the
 * older text, `same` and `added` the newer, but that a no-break space counts as any space and is shown as in the newer.
 */
export function compareWords(before: string, after: string): WordRun[] {
  const [a, b] = [tokensIn(before), tokensIn(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start]?.word === b[start]?.word) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end)?.word === b.at(-1 - end)?.word) end += 1;
  return joinRuns([
    ...pairRuns(a.slice(0, start), b.slice(0, start)),
    ...middleRuns(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...pairRuns(a.slice(a.length - end), b.slice(b.length - end)),
  ]);
}

function tokensIn(text: string): Token[] {
  return Array.from(text.matchAll(/(\s*)(\S+)|\s+$/gu), ([all, space = all, word = '']) => ({ space, word }));
}

/** The same words of both texts, one for one. */
function pairRuns(a: readonly Token[], b: readonly Token[]): WordRun[] {
  return b.flatMap((token, index) => sameRuns(a[index] ?? token, token));
}

function sameRuns(a: Token, b: Token): WordRun[] {
  const isSameSpace = a.space.replaceAll('\u00a0', ' ') === b.space.replaceAll('\u00a0', ' ');
  if (isSameSpace) return [{ kind: 'same', text: b.space + b.word }];
  const runs: WordRun[] = [
    { kind: 'removed', text: a.space },
    { kind: 'added', text: b.space },
    { kind: 'same', text: b.word },
  ];
  return runs.filter(({ text }) => text !== '');
}

function middleRuns(a: readonly Token[], b: readonly Token[]): WordRun[] {
  const removed = ({ space, word }: Token): WordRun => ({ kind: 'removed', text: space + word });
  const added = ({ space, word }: Token): WordRun => ({ kind: 'added', text: space + word });
  const width = b.length + 1;
  if (a.length === 0 || b.length === 0 || (a.length + 1) * width > MOST_CELLS)
    return [...a.map(removed), ...b.map(added)];
  const common = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      common[i * width + j] = a[i]?.word === b[j]?.word ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const runs: WordRun[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && right !== undefined && left.word === right.word) {
      runs.push(...sameRuns(left, right));
      [i, j] = [i + 1, j + 1];
    } else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      runs.push(removed(left));
      i += 1;
    } else if (right !== undefined) {
      runs.push(added(right));
      j += 1;
    }
  }
  return runs;
}

function joinRuns(runs: readonly WordRun[]): WordRun[] {
  const joined: WordRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last?.kind === run.kind) joined[joined.length - 1] = { kind: run.kind, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}
