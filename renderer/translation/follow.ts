import type { ShownBlock } from '../editor/index.ts';

/** Pixels below the top of the text at which the eye reads: under the toolbar. */
const READING_LINE = 90;

/**
 * Scrolls the source so that what is read of the text stands beside it: block by block, and within a block by the same
 * share. Blocks that only one side has are passed over.
 */
export function follow(text: HTMLElement, shown: readonly ShownBlock[], source: HTMLElement): void {
  const line = text.getBoundingClientRect().top + READING_LINE;
  const items = new Map(
    [...source.querySelectorAll<HTMLElement>('[data-block]')].map((item) => [item.dataset.block ?? '', item]),
  );
  const common = shown.filter(({ id }) => items.has(id));
  const [first] = common;
  if (first === undefined || text.scrollTop === 0) {
    source.scrollTop = 0;
    return;
  }
  const at = common.find(({ element }) => element.getBoundingClientRect().bottom > line) ?? common.at(-1) ?? first;
  const item = items.get(at.id);
  if (item === undefined) return;
  const mine = at.element.getBoundingClientRect();
  const share = Math.min(1, Math.max(0, (line - mine.top) / Math.max(1, mine.height)));
  const theirs = item.getBoundingClientRect();
  source.scrollTop += theirs.top + share * theirs.height - (source.getBoundingClientRect().top + READING_LINE);
}
