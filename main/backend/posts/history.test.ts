import { describe, expect, it } from 'vitest';
import { type Block, LIMITS, type PostFields, type Revision } from '../../../shared/content/index.ts';
import { openTestDesk } from '../testing/folder.ts';
import {
  createPost,
  type Desk,
  dropDraft,
  enqueue,
  listHistory,
  listPosts,
  mint,
  openPost,
  projectPost,
  putInBin,
  readRevision,
  restoreVersion,
  translatePost,
  writeDraft,
} from './index.ts';
import { addRevision } from './revisions.ts';
import { startWorking } from './working.ts';

const paragraph = (id: string, text: string): Block => ({ id, type: 'paragraph', children: [{ type: 'text', text }] });
const OLD = [paragraph('a', 'Sáng nay trời mưa.')];
const asCopy = (title: string): string => `${title} (bản trên máy này)`;
const LONG = 'Tên bài '.repeat(60).trim();

const TOO_LONG = { fields: { title: LONG }, blocks: [paragraph('a', 'Sáng nay trời nắng.')] };
const STAMPED = { fields: {}, blocks: [...OLD, paragraph('b', 'TUYỆT MẬT')] };

function write(desk: Desk, post: string, { fields, blocks }: { fields: Partial<PostFields>; blocks: Block[] }): void {
  writeDraft(desk, { post, fields, order: blocks.map(({ id }) => id), blocks });
}

function oldVersion(): { desk: Desk; post: string; old: string } {
  const { desk } = openTestDesk();
  const post = createPost(desk);
  write(desk, post, { fields: { title: 'Vườn rau', byline: 'Lan' }, blocks: OLD });
  return { desk, post, old: mint(desk, post) ?? '' };
}
const drafts = (desk: Desk): string[] =>
  listPosts(desk, { filter: 'draft', category: null, query: '', offset: 0, limit: 50 }).rows.map(({ post }) => post);
const saves = (desk: Desk): number =>
  desk.db.prepare<[], { n: number }>("SELECT count(*) AS n FROM mutation WHERE name = 'post.save'").get()?.n ?? 0;

describe('an old version brought back over words that cannot become a version', () => {
  it.each([
    ['a title past its limit', TOO_LONG],
    ['a stamp of secrecy', STAMPED],
  ])('is the text again, and the words with %s are a draft of their own that is not sent', (_, now) => {
    const { desk, post, old } = oldVersion();
    write(desk, post, now);
    const sent = saves(desk);
    const { aside } = restoreVersion(desk, post, old, asCopy);
    expect(openPost(desk, post)).toMatchObject({ revision: old, blocks: OLD, fields: { title: 'Vườn rau' } });
    expect(drafts(desk).sort()).toEqual([post, aside].sort());
    const title = asCopy(now.fields === TOO_LONG.fields ? LONG : 'Vườn rau');
    expect(openPost(desk, aside ?? '')).toMatchObject({
      mode: 'edit',
      blocks: now.blocks,
      fields: { title, byline: 'Lan' },
    });
    expect(saves(desk)).toBe(sent);
  });

  it('leaves words that can be one among the versions, and makes no draft', () => {
    const { desk, post, old } = oldVersion();
    write(desk, post, { fields: {}, blocks: [paragraph('a', 'Chiều nắng.')] });
    expect(restoreVersion(desk, post, old, asCopy)).toEqual({ aside: null });
    expect(listHistory(desk, post)).toHaveLength(3);
    expect(drafts(desk)).toEqual([post]);
  });

  it('leaves everything as it was where the post may not be written any more', () => {
    const { desk, post, old } = oldVersion();
    write(desk, post, TOO_LONG);
    desk.db.prepare("UPDATE mutation SET person = 'person-2'").run();
    expect(() => restoreVersion(desk, post, old, asCopy)).toThrow(expect.objectContaining({ code: 'read_only' }));
    desk.db.prepare('UPDATE mutation SET person = ?').run(desk.me().id);
    expect(openPost(desk, post)).toMatchObject({ blocks: TOO_LONG.blocks, fields: { title: LONG } });
    expect(drafts(desk)).toEqual([post]);
  });

  it('keeps the words of a post in the bin, which are no version either', () => {
    const { desk, post, old } = oldVersion();
    write(desk, post, STAMPED);
    putInBin(desk, post);
    const { aside } = restoreVersion(desk, post, old, asCopy);
    expect(openPost(desk, post)).toMatchObject({ bin: 'mayBin', blocks: OLD });
    expect(openPost(desk, aside ?? '').blocks).toEqual(STAMPED.blocks);
  });

  it('keeps the language of the words of a translation', () => {
    const { desk, post } = oldVersion();
    const english = translatePost(desk, post);
    write(desk, english, { fields: { title: 'Garden' }, blocks: [paragraph('a', 'Rain.')] });
    const old = mint(desk, english) ?? '';
    write(desk, english, { fields: { title: LONG }, blocks: [paragraph('a', 'Sun.')] });
    const { aside } = restoreVersion(desk, english, old, asCopy);
    expect(openPost(desk, aside ?? '')).toMatchObject({ language: 'en', translates: post });
  });
});

it('what was written over a live page and cannot be a version is a draft of its own when it is dropped', () => {
  const { desk, post, old } = oldVersion();
  enqueue(desk, post, 'post.publish', { post, revision: old, htmlHash: 'a'.repeat(64) }, []);
  desk.db.prepare("UPDATE mutation SET outcome = 'accepted'").run();
  projectPost(desk, post);
  write(desk, post, TOO_LONG);
  const { dropped, aside } = dropDraft(desk, post, asCopy);
  expect(dropped).toBeNull();
  expect(openPost(desk, post)).toMatchObject({ bin: 'no', blocks: OLD });
  expect(openPost(desk, aside ?? '').blocks).toEqual(TOO_LONG.blocks);
});

it('a text without letters, as NUL once left it, is mended when the post is written on', () => {
  const { desk, post, old } = oldVersion();
  const bare = { id: 'b', type: 'paragraph', children: [{ type: 'text', text: '' }] };
  const before = { ...(readRevision(desk.db, old) as Revision), blocks: [...OLD, bare], parents: [old] };
  const head = addRevision(desk.db, before as Revision);
  startWorking(desk.db, post, head, desk.now().toISOString());
  write(desk, post, { fields: { title: 'Vườn rau xanh' }, blocks: [...OLD, bare] as Block[] });
  expect(openPost(desk, post).blocks).toEqual([...OLD, { ...bare, children: [] }]);
  expect(readRevision(desk.db, mint(desk, post) ?? '')?.blocks).toEqual([...OLD, { ...bare, children: [] }]);
});

describe('the list of versions', () => {
  it('says which version is the text now, and none while words are written over it', () => {
    const { desk, post, old } = oldVersion();
    const now = () => listHistory(desk, post).filter(({ isNow }) => isNow);
    expect(now()).toMatchObject([{ revision: old }]);
    write(desk, post, TOO_LONG);
    expect(now()).toEqual([]);
    expect(LONG.length).toBeGreaterThan(LIMITS.titleCharacters);
  });
});
