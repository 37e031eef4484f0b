import { expect, it } from 'vitest';
import { openTestDesk } from '../testing/folder.ts';
import { act, createPost, mint, openPost, putInBin, restoreFromBin, standOf, writeDraft } from './index.ts';

it('a post has another stand after each step of writing, each revision and each act, and the same as long as none is', () => {
  const { desk } = openTestDesk();
  const post = createPost(desk);
  const other = createPost(desk);
  const stands: string[] = [];
  const look = (): void => {
    const { stand } = openPost(desk, post);
    expect(standOf(desk, post)).toBe(stand);
    stands.push(stand);
  };
  const write = (written: string, text: string): void => {
    const blocks = [{ id: 'a', type: 'paragraph' as const, children: [{ type: 'text' as const, text }] }];
    writeDraft(desk, { post: written, fields: { title: 'Vườn rau', categories: ['B2'] }, order: ['a'], blocks });
  };
  look();
  write(post, 'một');
  look();
  // The same words once more are a step too: who reads anew for nothing loses nothing.
  write(post, 'một');
  look();
  mint(desk, post);
  look();
  write(post, 'hai');
  look();
  putInBin(desk, post);
  look();
  restoreFromBin(desk, post);
  look();
  act(desk, { post, revision: null, action: 'submit', reason: '', listedReason: null, htmlHash: null });
  look();
  expect(new Set(stands).size).toBe(stands.length);

  const before = standOf(desk, post);
  write(other, 'khác');
  mint(desk, other);
  expect(standOf(desk, post)).toBe(before);
});
