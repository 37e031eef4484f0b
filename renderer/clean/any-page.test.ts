// @vitest-environment happy-dom
import { type Arbitrary, array, assert, constantFrom, property as forAll, letrec, oneof, record } from 'fast-check';
import { expect, it } from 'vitest';
import { textOfBlocks } from '../../shared/content/index.ts';
import { cleanHtml } from './testing/drawn.ts';

/** A page as a tree (links hold words only: in one another, they lose the cells of a table when parsed here): a tag and what is in it, or a word. */
type Tree = string | { readonly tag: string; readonly inside: readonly Tree[] };

/** A word with nothing between it and the borders of its block. */
const BARE = 'bare';
const BLOCKS = ['p', 'div', 'section', 'blockquote', 'h3', 'article', 'pre', 'center', 'figure', 'details', 'fieldset'];
const INLINE = ['b', 'span', 'em', 'sup', 'code', 'font face="Arial"', 'u', 'ins', 'q', 'label'];
const LISTS = ['ul', 'ol', 'ol type=a', 'ol start=4', 'ol reversed'];
const STYLED = ['span style="display:block"', 'div style="display:flex"', 'p style="white-space:pre-wrap"'];

const { page } = letrec<{ page: Tree[]; node: Tree; list: Tree; table: Tree }>((tie) => {
  const inside = array(tie('node'), { maxLength: 4 });
  const element = (tags: readonly string[]): Arbitrary<Tree> =>
    record({ tag: constantFrom(...tags), inside }) as Arbitrary<Tree>;
  const within = (tag: string, parts: Arbitrary<readonly Tree[]>): Arbitrary<Tree> =>
    parts.map((all) => ({ tag, inside: all }));
  const items = array(within('li', oneof(inside, constantFrom<readonly Tree[]>([BARE]))), {
    minLength: 1,
    maxLength: 4,
  });
  const row = within(
    'tr',
    array(within('td', oneof(inside, constantFrom<readonly Tree[]>([BARE]))), { minLength: 1, maxLength: 3 }),
  );
  return {
    page: array(tie('node'), { minLength: 1, maxLength: 6 }),
    node: oneof(
      { maxDepth: 6, depthIdentifier: 'page' },
      constantFrom<Tree>('word', { tag: 'a href="https://a.vn"', inside: ['word'] }),
      constantFrom<Tree>(...['p', 'div', 'h3', 'dd'].map((tag) => ({ tag, inside: [BARE] }))),
      constantFrom<Tree>(
        { tag: 'br', inside: [] },
        { tag: 'img src="https://a.vn/1.png"', inside: [] },
        { tag: 'hr', inside: [] },
      ),
      element(BLOCKS),
      element(INLINE),
      element(STYLED),
      tie('list'),
      tie('table'),
    ),
    list: record({ tag: constantFrom(...LISTS), inside: items }),
    table: within('table', array(row, { minLength: 1, maxLength: 3 })),
  };
});

const EMPTY = /^(?:br|img|hr)\b/;

function htmlOf(trees: readonly Tree[], nextWord: () => string): string {
  return trees
    .map((tree) => {
      if (typeof tree === 'string') return tree === BARE ? nextWord() : ` ${nextWord()} `;
      const inner = htmlOf(tree.inside, nextWord);
      return EMPTY.test(tree.tag) ? `<${tree.tag}>` : `<${tree.tag}>${inner}</${tree.tag.split(' ')[0]}>`;
    })
    .join('');
}

it('keeps every word of any page, once and in its order, and lets no two grow together', () => {
  assert(
    forAll(page, (trees) => {
      let made = 0;
      const html = htmlOf(trees, () => `từ${made++}từ`);
      // What a browser makes of it is the page, whatever was written.
      const seen = new DOMParser().parseFromString(html, 'text/html').body.textContent?.match(/từ\d+từ/g) ?? [];
      const kept = textOfBlocks(cleanHtml(html).blocks)
        .split(/[\s“”|]+/u)
        .filter((word) => word.includes('từ'));
      expect(kept, html).toEqual(seen);
    }),
    { numRuns: 500 },
  );
});
