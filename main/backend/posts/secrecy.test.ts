import { expect, it } from 'vitest';
import type { Block } from '../../../shared/content/index.ts';
import { openTestDesk } from '../testing/folder.ts';
import { act, createPost, type Desk, mint, openPost, writeDraft } from './index.ts';

const paragraph = (text: string): Block => ({ id: 'a', type: 'paragraph', children: [{ type: 'text', text }] });
const write = (desk: Desk, post: string, text: string): void => {
  writeDraft(desk, {
    post,
    fields: { title: 'Kế hoạch', categories: ['B2'] },
    order: ['a'],
    blocks: [paragraph(text)],
  });
};
const submit = (desk: Desk, post: string): void =>
  act(desk, { post, revision: null, action: 'submit', reason: '', listedReason: null, htmlHash: null });
const whySubmit = (desk: Desk, post: string) =>
  openPost(desk, post).actions.find(({ name }) => name === 'submit')?.code;
const outbox = (desk: Desk): unknown[] => desk.db.prepare('SELECT id FROM mutation').all();

it('a text with a secrecy stamp is kept here, and makes nothing that a sync could send', () => {
  const { desk } = openTestDesk();
  const post = createPost(desk);
  write(desk, post, 'TỐI MẬT');
  expect(() => mint(desk, post)).toThrow(expect.objectContaining({ code: 'state_secret' }));
  expect(() => submit(desk, post)).toThrow(expect.objectContaining({ code: 'state_secret' }));
  expect(outbox(desk)).toEqual([]);
  expect(desk.db.prepare('SELECT id FROM revision').all()).toEqual([]);
  expect(whySubmit(desk, post)).toBe('state_secret');
  expect(openPost(desk, post).blocks).toEqual([paragraph('TỐI MẬT')]);
});

it('goes on its way once the stamp is taken out', () => {
  const { desk } = openTestDesk();
  const post = createPost(desk);
  write(desk, post, 'TỐI MẬT');
  write(desk, post, 'Giữ bí mật thư riêng');
  submit(desk, post);
  expect(outbox(desk)).toHaveLength(2);
});

it('a personal number keeps a post from being submitted, not from being saved', () => {
  const { desk } = openTestDesk();
  const post = createPost(desk);
  write(desk, post, 'CCCD 051209001234');
  expect(whySubmit(desk, post)).toBe('national_id');
  expect(() => submit(desk, post)).toThrow(expect.objectContaining({ code: 'denied' }));
  expect(outbox(desk)).toHaveLength(1);
});
