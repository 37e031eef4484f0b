import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Board, type BoardMember, type PersonKey, passwordOf, startBoard } from '../../../portal/testing/index.ts';
import { listPosts, mint, openPost, writeDraft } from '../posts/index.ts';
import { type Profile, signIn } from '../profiles/index.ts';
import { temporaryFolder } from '../testing/folder.ts';

let board: Board;
let head: Profile;
let leaving: Profile;
let heir: Profile;
let reader: BoardMember;
const open: Profile[] = [];

async function computerOf(account: PersonKey): Promise<Profile> {
  const profile = await signIn(
    {
      ...{ folder: temporaryFolder(), witness: temporaryFolder(), now: () => new Date(), random: () => 0.5 },
      ...{ tell: () => undefined, titleOfCopy: (title: string) => `${title} (bản riêng)` },
      onBug: (error) => {
        throw error;
      },
    },
    { address: board.url, account, password: passwordOf(account) },
  );
  open.push(profile);
  return profile;
}
const paragraph = (text: string) => ({ id: 'a', type: 'paragraph', children: [{ type: 'text', text }] });
function write({ desk }: Profile, post: string, title: string, text: string): void {
  writeDraft(desk, { post, fields: { title, categories: ['B2'] }, order: ['a'], blocks: [paragraph(text)] });
  mint(desk, post);
}
const titles = ({ desk }: Profile): string[] =>
  listPosts(desk, { filter: 'all', category: null, query: '', offset: 0, limit: 50 })
    .rows.map(({ title }) => title)
    .sort();
const POST = '0197a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';

beforeEach(async () => {
  board = await startBoard();
  board.clock.time = new Date();
  [head, leaving, heir] = [await computerOf('head'), await computerOf('author'), await computerOf('other')];
  reader = await board.signIn('reviewer');
});
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  await board.close();
});

describe('a person who leaves', () => {
  it('leaves their drafts to another author, who goes on from them; what was not sent stays where it was written', async () => {
    write(leaving, POST, 'Bản thảo', 'Một câu đã gửi.');
    await leaving.sync.now();
    const [from, to] = [leaving.desk.me().id, heir.desk.me().id];
    // Written with no network, while the head hands the post over.
    write(leaving, POST, 'Bản thảo', 'Một câu chưa gửi.');
    expect(await head.admin.handOver({ from, to })).toEqual({ posts: 1 });

    await heir.sync.now();
    expect(openPost(heir.desk, POST)).toMatchObject({ mode: 'edit', fields: { title: 'Bản thảo' } });
    write(heir, POST, 'Bản thảo của người nhận', 'Một câu đã gửi, viết tiếp.');
    await heir.sync.now();
    expect(openPost(heir.desk, POST)).toMatchObject({ mode: 'edit', word: 'accepted' });

    await leaving.sync.now();
    await leaving.sync.now();
    expect(titles(leaving)).toContain('Bản thảo (bản riêng)');
    expect(openPost(leaving.desk, POST).mode).toBe('read');
    // Nobody else hears of a draft.
    await reader.pull();
    expect(reader.feed.some((change) => 'post' in change && change.post === POST)).toBe(false);
    expect(await head.admin.handOver({ from, to })).toEqual({ posts: 1 });
  });

  it('is handed over by the head alone, and to somebody who may write', async () => {
    const [from, to] = [leaving.desk.me().id, heir.desk.me().id];
    await expect(leaving.admin.handOver({ from, to })).rejects.toMatchObject({ code: 'not_administrator' });
    await expect(head.admin.handOver({ from, to: from })).rejects.toThrow();
    await head.admin.setMember({ person: to, roles: ['clerk'], deputies: [] });
    await expect(head.admin.handOver({ from, to })).rejects.toMatchObject({ code: 'not_an_author' });
  });
});
