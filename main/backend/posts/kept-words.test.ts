import { describe, expect, it } from 'vitest';
import type { Block } from '../../../shared/content/index.ts';
import { openTestDesk } from '../testing/folder.ts';
import { createPost, type Desk, mint, openPost, readRevision, writeDraft } from './index.ts';
import { contributorsOf } from './revisions.ts';

const paragraph = (id: string, text: string): Block => ({ id, type: 'paragraph', children: [{ type: 'text', text }] });
const write = (desk: Desk, post: string, order: string[] | null, ...blocks: Block[]): { journalNumber: number } =>
  writeDraft(desk, { post, fields: null, order, blocks });

describe('words typed at an awkward moment', () => {
  it('are kept in a new post that was dropped as empty while its window is still open', () => {
    const { desk } = openTestDesk();
    const post = createPost(desk);
    mint(desk, post);
    write(desk, post, null, paragraph('a', 'Nghĩ mãi mới ra.'));
    expect(openPost(desk, post).blocks).toEqual([paragraph('a', 'Nghĩ mãi mới ra.')]);
    expect(mint(desk, post)).not.toBeNull();
  });

  it('do not need to come first: a sync keeps a new post that is still empty', () => {
    const { desk } = openTestDesk();
    const post = createPost(desk);
    expect(mint(desk, post, 'keep')).toBeNull();
    expect(openPost(desk, post).mode).toBe('edit');
  });

  it('count as written when they are only a category', () => {
    const { desk } = openTestDesk();
    const post = createPost(desk);
    writeDraft(desk, { post, fields: { categories: ['B2'] }, order: null, blocks: [] });
    expect(mint(desk, post)).not.toBeNull();
  });

  it('are read again though the order does not name their block', () => {
    const { desk } = openTestDesk();
    const post = createPost(desk);
    write(desk, post, ['a'], paragraph('a', 'một'));
    write(desk, post, null, paragraph('b', 'hai'));
    write(desk, post, ['b'], paragraph('c', 'ba'));
    expect(openPost(desk, post).blocks).toEqual([paragraph('b', 'hai'), paragraph('c', 'ba')]);
    const id = mint(desk, post) ?? '';
    expect(readRevision(desk.db, id)?.blocks).toEqual([paragraph('b', 'hai'), paragraph('c', 'ba')]);
  });

  it('are kept past every limit, with a reason a person understands', () => {
    const { desk } = openTestDesk();
    const post = createPost(desk);
    let item = { id: 'i0', children: [{ type: 'text', text: 'sâu' }] } as Record<string, unknown>;
    for (let depth = 1; depth < 12; depth += 1)
      item = { id: `i${depth}`, children: [], nested: { ordered: false, items: [item] } };
    const list = { id: 'l', type: 'list', ordered: false, items: [item] } as unknown as Block;
    const cases = [
      [{ fields: { summary: 'x'.repeat(1_001) }, order: null, blocks: [] }, 'denied'],
      [{ fields: { summary: '', byline: 'x'.repeat(201) }, order: null, blocks: [] }, 'bad_input'],
      [{ fields: { byline: '' }, order: ['l'], blocks: [list] }, 'bad_input'],
      [
        { fields: null, order: ['f'], blocks: [{ id: 'f', type: 'figure', media: 'a'.repeat(64), alt: '' }] },
        'bad_input',
      ],
    ] as const;
    for (const [step, code] of cases) {
      writeDraft(desk, { post, ...step, order: step.order && [...step.order], blocks: [...step.blocks] as Block[] });
      expect(() => mint(desk, post)).toThrow(expect.objectContaining({ code }));
      expect(openPost(desk, post).mode).toBe('edit');
    }
  });
});

describe('a page that was withdrawn and submitted again unchanged', () => {
  it('still counts its writer here as on the portal', () => {
    const { desk } = openTestDesk();
    const post = createPost(desk);
    write(desk, post, ['a'], paragraph('a', 'một'));
    const first = mint(desk, post) ?? '';
    expect(contributorsOf(desk.db, first, new Set([first]))).toEqual([desk.me().id]);
  });
});
