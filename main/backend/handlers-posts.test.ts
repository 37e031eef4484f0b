import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Block, FILE_TYPES } from '../../shared/content/index.ts';
import type { HandlerParts } from './handlers-parts.ts';
import { postsHandlers } from './handlers-posts.ts';
import { openMediaShelf } from './media/index.ts';
import { createPost, openPost, writeDraft } from './posts/index.ts';
import { openTestDesk } from './testing/folder.ts';

const LIST = join(import.meta.dirname, '../../test/fixtures/attachments/list.pdf');

it('a post with a list of pupils that was attached on another computer is not submitted, though no panel has looked', async () => {
  const { desk, folder } = openTestDesk();
  const shelf = openMediaShelf(desk.db, join(folder, 'media'));
  const hash = 'b'.repeat(64);
  // As the sync brings it.
  shelf.put({ hash, name: 'danh-sach.pdf', mime: FILE_TYPES.pdf.mime, bytes: 1 }, readFileSync(LIST));
  const post = createPost(desk);
  const fields = { title: 'Kết quả học kỳ', categories: ['B2'] };
  const blocks: Block[] = [
    { id: 'a', type: 'paragraph', children: [{ type: 'text', text: 'Xin mời xem tệp.' }] },
    { id: 'f', type: 'file', media: hash },
  ];
  writeDraft(desk, { post, fields, order: ['a', 'f'], blocks });
  const parts = { session: { need: () => ({ shelf }) }, desk: () => desk, changed: (reply: unknown) => reply };
  const handlers = postsHandlers(parts as unknown as HandlerParts);
  const submit = { post, revision: null, action: 'submit', reason: '', listedReason: null, htmlHash: null } as const;
  await expect(handlers['posts.act'](submit)).rejects.toMatchObject({ params: { reason: 'pupil_list' } });
  expect(openPost(desk, post).state).toBe('draft');
});
