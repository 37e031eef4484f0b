import { describe, expect, it } from 'vitest';
import type { Block } from '../../../shared/content/index.ts';
import { openTestDesk } from '../testing/folder.ts';
import {
  act,
  allWorking,
  copyAsNewDraft,
  createPost,
  type Desk,
  listPosts,
  mint,
  openPost,
  readRevision,
  writeDraft,
} from './index.ts';
import { contributorsOf } from './revisions.ts';
import { hasWorking } from './working.ts';

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

  it('stay a page’s when the new page was dropped as empty meanwhile', () => {
    const { desk } = openTestDesk();
    const post = createPost(desk, 'page');
    mint(desk, post);
    write(desk, post, null, paragraph('a', 'Trường thành lập năm 1975.'));
    expect(openPost(desk, post).kind).toBe('page');
    expect(readRevision(desk.db, mint(desk, post) ?? '')?.kind).toBe('page');
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

  it('are kept in a draft of their own where the post went into review meanwhile, one for all of them', () => {
    const { desk } = openTestDesk();
    const post = createPost(desk);
    writeDraft(desk, {
      post,
      fields: { title: 'Lễ', categories: ['B2'] },
      order: ['a'],
      blocks: [paragraph('a', 'một')],
    });
    const base = mint(desk, post);
    // As the sync brings it: the person has submitted it on another computer.
    act(desk, { post, revision: null, action: 'submit', reason: '', listedReason: null, htmlHash: null });
    const late = (text: string) =>
      writeDraft(
        desk,
        { post, base, fields: null, order: ['a', 'b'], blocks: [paragraph('b', text)] },
        (title) => `${title} (bản trên máy này)`,
      );
    expect(late('h').base).toBe(base);
    late('hai');
    expect(openPost(desk, post).blocks).toEqual([paragraph('a', 'một')]);
    const drafts = listPosts(desk, { filter: 'draft', category: null, query: '', offset: 0, limit: 50 }).rows;
    expect(drafts.map(({ title }) => title)).toEqual(['Lễ (bản trên máy này)']);
    expect(openPost(desk, drafts[0]?.post ?? '')).toMatchObject({
      mode: 'edit',
      blocks: [paragraph('a', 'một'), paragraph('b', 'hai')],
    });
  });

  it('follow the text that was set aside as a draft while they were typed', () => {
    const { desk } = openTestDesk();
    const post = createPost(desk);
    write(desk, post, ['a'], paragraph('a', 'một'));
    const base = mint(desk, post) ?? '';
    write(desk, post, ['a', 'b'], paragraph('b', 'hai'));
    const titleOfCopy = (title: string): string => `${title} (bản trên máy này)`;
    const draft = copyAsNewDraft(desk, base, titleOfCopy) ?? '';
    desk.db.prepare("UPDATE mutation SET person = 'person-2'").run();
    writeDraft(desk, { post, base, fields: null, order: null, blocks: [paragraph('b', 'hai ba')] }, titleOfCopy);
    expect(openPost(desk, draft).blocks).toEqual([paragraph('a', 'một'), paragraph('b', 'hai ba')]);
    expect(hasWorking(desk.db, post)).toBe(false);
  });

  it('are kept though the text they were typed in is not here any more', () => {
    const { desk } = openTestDesk();
    const post = createPost(desk);
    write(desk, post, ['a'], paragraph('a', 'một'));
    mint(desk, post);
    desk.db.prepare("UPDATE mutation SET person = 'person-2'").run();
    const step = { post, base: 'f'.repeat(64), fields: null, order: null, blocks: [paragraph('b', 'hai')] };
    writeDraft(desk, step, (title) => title);
    writeDraft(desk, { ...step, blocks: [paragraph('b', 'hai ba')] }, (title) => title);
    const others = allWorking(desk.db).map((draft) => openPost(desk, draft).blocks);
    expect(others).toEqual([[paragraph('b', 'hai ba')]]);
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
