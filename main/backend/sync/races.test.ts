import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eraseRevision } from '../../../portal/erasure/index.ts';
import { openStore } from '../../../portal/store/index.ts';
import { type Board, makePicture, type PersonKey, passwordOf, startBoard } from '../../../portal/testing/index.ts';
import {
  LIMITS,
  markOfClash,
  mergeRevisions,
  NO_CHOICES,
  newId,
  type Revision,
  type SavedBlockChoice,
  type SavedChoices,
  textOfBlocks,
  validChoices,
} from '../../../shared/content/index.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { dayInVietnam } from '../../../shared/vietnamese/index.ts';
import { noteSealed } from '../carried/index.ts';
import {
  act,
  adopt,
  chooseInConflict,
  createPost,
  type Desk,
  listHistory,
  listPosts,
  mint,
  openConflict,
  openPost,
  previewPost,
  readHistory,
  readRevision,
  resolveConflict,
  restoreVersion,
  unseenVerdicts,
  writeDraft,
} from '../posts/index.ts';
import { type Profile, signIn } from '../profiles/index.ts';
import { temporaryFolder } from '../testing/folder.ts';

let board: Board;
const open: Profile[] = [];
const bugs: unknown[] = [];
/** What happens when a computer tells its window something, by device. */
const onTell = new Map<string, () => void>();

beforeEach(async () => {
  board = await startBoard();
});
afterEach(async () => {
  for (const profile of open.splice(0)) await profile.close();
  await board.close();
  bugs.splice(0);
});

/** A computer of that person, signed in to the board's portal. It syncs when told to, never by timer. */
async function computerOf(key: PersonKey, now = () => new Date()): Promise<Profile> {
  const profile: Profile = await signIn(
    {
      folder: temporaryFolder(),
      witness: temporaryFolder(),
      now,
      random: () => 0.5,
      tell: () => onTell.get(profile.desk.device.id)?.(),
      titleOfCopy: (title) => `Bản sao: ${title}`,
      onBug: (error) => bugs.push(error),
    },
    { address: board.url, account: key, password: passwordOf(key) },
  );
  open.push(profile);
  return profile;
}

const paragraph = (id: string, text: string) => ({ id, type: 'paragraph', children: [{ type: 'text', text }] });
function type(desk: Desk, post: string, text: string, title = 'Bài'): void {
  writeDraft(desk, { post, fields: { title, categories: ['B2'] }, order: ['a'], blocks: [paragraph('a', text)] });
}
const all = { filter: 'all', category: null, query: '', offset: 0, limit: 200 } as const;
const titles = ({ desk }: Profile): string[] =>
  listPosts(desk, all)
    .rows.map((row) => row.title)
    .sort();
const saves = ({ desk }: Profile, post: string): string[] =>
  openPost(desk, post).timeline.flatMap(({ name, outcome }) => (name === 'post.save' ? [outcome] : []));

/** Two computers of the author that hold one post with two paragraphs. */
async function twoComputers(): Promise<{ here: Profile; there: Profile; post: string }> {
  const [here, there] = [await computerOf('author'), await computerOf('author')];
  const post = createPost(here.desk);
  const blocks = [paragraph('a', 'đầu'), paragraph('b', 'cuối')];
  writeDraft(here.desk, { post, fields: { title: 'Bài', categories: ['B2'] }, order: ['a', 'b'], blocks });
  await here.sync.now();
  await there.sync.now();
  return { here, there, post };
}
const edit = ({ desk }: Profile, post: string, id: string, text: string): void => {
  writeDraft(desk, { post, fields: null, order: null, blocks: [paragraph(id, text)] });
};
const wordsOfPost = ({ desk }: Profile, post: string): string[] =>
  openPost(desk, post).blocks.map((block) => textOfBlocks([block]));

describe('edits of different blocks on two computers of one author', () => {
  it('merge by themselves, and both computers hold the same revision of nobody with two parents', async () => {
    const { here, there, post } = await twoComputers();
    edit(there, post, 'a', 'đầu, ở nhà');
    await there.sync.now();
    edit(here, post, 'b', 'cuối, ở trường');
    expect(await here.sync.now()).toMatchObject({ state: 'idle', pending: 0 });
    await there.sync.now();
    for (const computer of [here, there]) {
      expect(wordsOfPost(computer, post)).toEqual(['đầu, ở nhà', 'cuối, ở trường']);
      expect(titles(computer)).toEqual(['Bài']);
      expect(openPost(computer.desk, post).word).toBe('accepted');
    }
    const head = openPost(here.desk, post).revision ?? '';
    expect(openPost(there.desk, post).revision).toBe(head);
    const merged = readRevision(here.desk.db, head);
    expect(merged).toMatchObject({ author: null, device: null, createdAt: null });
    expect(merged?.parents).toHaveLength(2);
    // The text that lost the race went along: it is in the history of both.
    for (const parent of merged?.parents ?? []) expect(readRevision(there.desk.db, parent)).not.toBeNull();
    expect(bugs).toEqual([]);
  });

  it('merge again and again, whichever computer loses', async () => {
    const { here, there, post } = await twoComputers();
    for (const round of [1, 2, 3]) {
      edit(there, post, 'a', `đầu ${round}`);
      edit(here, post, 'b', `cuối ${round}`);
      const [first, second] = round % 2 === 0 ? [here, there] : [there, here];
      await first.sync.now();
      await second.sync.now();
      await first.sync.now();
      for (const computer of [here, there])
        expect(wordsOfPost(computer, post)).toEqual([`đầu ${round}`, `cuối ${round}`]);
    }
    expect(openPost(here.desk, post).revision).toBe(openPost(there.desk, post).revision);
    expect(titles(here)).toEqual(['Bài']);
  });

  it('keep what is typed while the merge is under way, and merge that too', async () => {
    const { here, there, post } = await twoComputers();
    edit(there, post, 'a', 'đầu, ở nhà');
    await there.sync.now();
    edit(here, post, 'b', 'cuối, ở trường');
    const shown = mint(here.desk, post);
    // The window still shows its own text, and its person types on while the sync runs.
    writeDraft(here.desk, {
      post,
      base: shown,
      fields: null,
      order: ['a', 'b', 'c'],
      blocks: [paragraph('c', 'thêm')],
    });
    await here.sync.now();
    await there.sync.now();
    for (const computer of [here, there])
      expect(wordsOfPost(computer, post)).toEqual(['đầu, ở nhà', 'cuối, ở trường', 'thêm']);
    expect(titles(here)).toEqual(['Bài']);
  });
});

describe('an edit of one block on two computers of one author', () => {
  /** The second computer's text lost the race, and both changed block `a`. */
  async function clash(): Promise<{ here: Profile; there: Profile; post: string }> {
    const computers = await twoComputers();
    const { here, there, post } = computers;
    edit(there, post, 'a', 'ở nhà');
    await there.sync.now();
    edit(here, post, 'a', 'ở trường');
    edit(here, post, 'b', 'cuối, ở trường');
    await here.sync.now();
    return computers;
  }
  const choose = ({ desk }: Profile, post: string, choice: SavedBlockChoice['choice']): void => {
    const { mine, theirs, choices } = waiting(desk, post, choice);
    resolveConflict(desk, { post, mine, theirs, choices });
  };
  const waiting = (
    desk: Desk,
    post: string,
    choice: SavedBlockChoice['choice'],
  ): { mine: string; theirs: string; choices: SavedChoices } => {
    const found = openConflict(desk, post);
    if (found === null) throw new Error('nothing waits');
    const { blockClashes } = mergeRevisions(found.base, found.mine.revision, found.theirs.revision);
    const blocks = blockClashes.map((one) => [one.id, { about: markOfClash(one), choice }] as const);
    const choices = { blocks: Object.fromEntries(blocks), fields: {} };
    return { mine: found.mine.id, theirs: found.theirs.id, choices };
  };

  it('waits in the post for a person, on both computers: nothing is chosen, both texts stay', async () => {
    const { here, there, post } = await clash();
    await there.sync.now();
    for (const computer of [here, there]) {
      expect(wordsOfPost(computer, post)).toEqual(['ở nhà', 'cuối']);
      expect(titles(computer)).toEqual(['Bài']);
      expect(openPost(computer.desk, post)).toMatchObject({ word: 'look_again', conflicts: 1 });
      const found = openConflict(computer.desk, post);
      const { blockClashes } = mergeRevisions(
        found?.base ?? null,
        found?.mine.revision as Revision,
        found?.theirs.revision as Revision,
      );
      expect(
        blockClashes.map(({ mine, theirs }) => textOfBlocks([mine, theirs].filter((one) => one !== null))),
      ).toEqual(['ở trường\nở nhà']);
    }
    for (let count = 0; count < 3; count += 1) for (const { sync } of [here, there]) await sync.now();
    expect(openPost(here.desk, post).conflicts).toBe(1);
    expect(bugs).toEqual([]);
  });

  it.each([
    [{ take: 'mine' }, ['ở trường', 'cuối, ở trường']],
    [{ take: 'theirs' }, ['ở nhà', 'cuối, ở trường']],
    [{ take: 'both' }, ['ở trường', 'ở nhà', 'cuối, ở trường']],
    [{ take: 'written', blocks: [paragraph('a', 'ở cả hai')] }, ['ở cả hai', 'cuối, ở trường']],
  ] as const)('becomes a revision of two parents by that person: %j', async (choice, words) => {
    const { here, there, post } = await clash();
    choose(here, post, choice as SavedBlockChoice['choice']);
    expect(await here.sync.now()).toMatchObject({ state: 'idle', pending: 0 });
    await there.sync.now();
    for (const computer of [here, there]) {
      expect(wordsOfPost(computer, post)).toEqual(words);
      expect(openPost(computer.desk, post)).toMatchObject({ word: 'accepted', conflicts: 0 });
    }
    const head = readRevision(there.desk.db, openPost(there.desk, post).revision ?? '');
    expect(head).toMatchObject({ author: here.desk.me().id, device: here.desk.device.id });
    expect(head?.parents).toHaveLength(2);
    expect(unseenVerdicts(here.desk)).toEqual([]);
    expect(bugs).toEqual([]);
  });

  it('may be decided on the other computer, and lets the first go on writing meanwhile', async () => {
    const { here, there, post } = await clash();
    edit(here, post, 'b', 'viết tiếp');
    await here.sync.now();
    expect(saves(here, post).filter((outcome) => outcome === 'refused')).toHaveLength(1);
    await there.sync.now();
    choose(there, post, { take: 'both' });
    await there.sync.now();
    await here.sync.now();
    for (const computer of [here, there]) {
      expect(wordsOfPost(computer, post)).toEqual(['ở trường', 'ở nhà', 'cuối, ở trường', 'viết tiếp']);
      expect(openPost(computer.desk, post)).toMatchObject({ word: 'accepted', conflicts: 0 });
    }
    expect(unseenVerdicts(here.desk)).toEqual([]);
  });

  it('keeps the choices made while another revision arrives, as far as they still stand', async () => {
    const { here, there, post } = await clash();
    const chosen = waiting(here.desk, post, { take: 'written', blocks: [paragraph('a', 'viết tay')] });
    chooseInConflict(here.desk, { post, ...chosen });
    edit(there, post, 'b', 'cuối, ở nhà');
    await there.sync.now();
    await here.sync.now();
    expect(() => resolveConflict(here.desk, { post, ...chosen })).toThrow('changed_meanwhile');
    const found = openConflict(here.desk, post);
    const merge = mergeRevisions(
      found?.base ?? null,
      found?.mine.revision as Revision,
      found?.theirs.revision as Revision,
    );
    expect(merge.blockClashes.map(({ id }) => id)).toEqual(['a', 'b']);
    const kept = validChoices(merge, found?.choices ?? NO_CHOICES);
    expect([...kept.blocks.keys()]).toEqual(['a']);
  });

  it('is asked about what was written on from the text that lost, with what was chosen before', async () => {
    const { here, post } = await clash();
    const { mine, theirs, choices } = waiting(here.desk, post, { take: 'mine' });
    chooseInConflict(here.desk, { post, mine, choices });
    // A window that still shows the lost text goes on in it.
    writeDraft(here.desk, { post, base: mine, fields: null, order: null, blocks: [paragraph('b', 'thêm')] });
    const found = openConflict(here.desk, post);
    expect(found?.theirs.id).toBe(theirs);
    expect(textOfBlocks(found?.mine.revision.blocks ?? [])).toBe('ở trường\nthêm');
    expect(found?.choices).toEqual(choices);
    await here.sync.now();
    choose(here, post, { take: 'mine' });
    expect(await here.sync.now()).toMatchObject({ state: 'idle', pending: 0 });
    expect(wordsOfPost(here, post)).toEqual(['ở trường', 'thêm']);
    expect(openPost(here.desk, post)).toMatchObject({ word: 'accepted', conflicts: 0 });
  });
});

describe('two computers of one author', () => {
  it('lose no text when several posts lose the race in one sync', async () => {
    const [here, there] = [await computerOf('author'), await computerOf('author')];
    const posts = [createPost(here.desk), createPost(here.desk)];
    for (const [index, post] of posts.entries()) type(here.desk, post, 'gốc', `Bài ${index}`);
    await here.sync.now();
    await there.sync.now();
    for (const [index, post] of posts.entries()) type(there.desk, post, 'ở nhà', `Bài ${index}`);
    await there.sync.now();
    for (const [index, post] of posts.entries()) type(here.desk, post, 'ở trường', `Bài ${index}`);
    await here.sync.now();
    expect(titles(here)).toEqual(['Bài 0', 'Bài 1']);
    for (const post of posts)
      expect(textOfBlocks(openConflict(here.desk, post)?.mine.revision.blocks ?? [])).toBe('ở trường');
  });

  it('can save a post again after a chain of saves lost the race', async () => {
    const [here, there] = [await computerOf('author'), await computerOf('author')];
    const post = createPost(here.desk);
    type(here.desk, post, 'gốc');
    await here.sync.now();
    await there.sync.now();
    type(there.desk, post, 'ở nhà');
    await there.sync.now();
    type(here.desk, post, 'ở trường, một');
    mint(here.desk, post);
    type(here.desk, post, 'ở trường, hai');
    await here.sync.now();
    expect(saves(here, post)).toEqual(['accepted', 'accepted', 'refused', 'superseded']);
    type(here.desk, post, 'đọc bản ở nhà rồi sửa tiếp');
    await here.sync.now();
    expect(saves(here, post)).toEqual(['accepted', 'accepted', 'accepted', 'refused', 'superseded']);
    // One text waits, the newest of the line: the one before is in it.
    expect(openPost(here.desk, post).conflicts).toBe(1);
    expect(textOfBlocks(openConflict(here.desk, post)?.mine.revision.blocks ?? [])).toBe('ở trường, hai');
  });

  it('keep a text past a limit where it is written, and go on syncing', async () => {
    const [here, there] = [await computerOf('author'), await computerOf('author')];
    const post = createPost(here.desk);
    type(here.desk, post, 'gốc');
    await here.sync.now();
    await there.sync.now();
    type(there.desk, post, 'ở nhà');
    await there.sync.now();
    type(here.desk, post, 'ở trường');
    mint(here.desk, post);
    const long = 'T'.repeat(400);
    type(here.desk, post, 'ở trường', long);
    expect((await here.sync.now()).state).toBe('idle');
    expect(openPost(here.desk, post)).toMatchObject({ fields: { title: long }, conflicts: 1, word: 'look_again' });
    expect(wordsOfPost(here, post)).toEqual(['ở trường']);
    expect(() => openConflict(here.desk, post)).toThrow('limit_title');
    type(here.desk, post, 'ở trường', 'Ngắn');
    expect(openConflict(here.desk, post)?.mine.revision.title).toBe('Ngắn');
  });

  it('ask about a text whose rival is still on its way, once that has come', async () => {
    const { here, there, post } = await twoComputers();
    const many = Array.from({ length: 60 }, (_, index) => paragraph(`x${index}`, 'dài '.repeat(5_000)));
    for (let count = 0; count < 3; count += 1) {
      const other = createPost(there.desk);
      writeDraft(there.desk, { post: other, fields: { title: 'Dài' }, order: null, blocks: many });
    }
    await there.sync.now();
    edit(there, post, 'a', 'ở nhà');
    await there.sync.now();
    edit(here, post, 'b', 'cuối, ở trường');
    await here.sync.now();
    expect(wordsOfPost(here, post)).toEqual(['ở nhà', 'cuối, ở trường']);
    expect(openPost(here.desk, post)).toMatchObject({ word: 'accepted', conflicts: 0 });
    expect(unseenVerdicts(here.desk)).toEqual([]);
  });
});

describe('a post the portal does not take', () => {
  it('stays one post, however often it syncs, and can be written on', async () => {
    const here = await computerOf('author');
    await board.portal.close();
    const store = await openStore(board.folder);
    const roles = JSON.stringify(['reviewer']);
    await store.updateTable('membership').set({ roles }).where('person', '=', here.desk.me().id).execute();
    await store.destroy();
    await board.restart();
    const post = createPost(here.desk);
    type(here.desk, post, 'chữ');
    for (let count = 0; count < 3; count += 1) await here.sync.now();
    expect(titles(here)).toEqual(['Bài']);
    expect(openPost(here.desk, post).word).toBe('look_again');
    writeDraft(here.desk, { post, fields: null, order: null, blocks: [paragraph('a', 'chữ nữa')] });
    expect(openPost(here.desk, post).blocks).toEqual([paragraph('a', 'chữ nữa')]);
  });
});

describe('one bad item', () => {
  it('never ends the loop: a post that cannot be minted stops neither the others nor the sync', async () => {
    const here = await computerOf('author');
    const [broken, whole] = [createPost(here.desk), createPost(here.desk)];
    writeDraft(here.desk, { post: broken, fields: { summary: 'x'.repeat(1_001) }, order: null, blocks: [] });
    type(here.desk, whole, 'nội dung');
    expect(await here.sync.now()).toMatchObject({ state: 'idle' });
    expect(saves(here, whole)).toEqual(['accepted']);
    expect(openPost(here.desk, broken).fields.summary).toHaveLength(1_001);
  });

  it('is a picture damaged on this disk: the others go, and the sync says that something stayed behind', async () => {
    const here = await computerOf('author');
    const post = createPost(here.desk);
    const pictures = [await makePicture('crimson'), await makePicture('gold')].sort((a, b) =>
      a.reference.hash < b.reference.hash ? -1 : 1,
    );
    for (const { reference, bytes } of pictures) here.shelf.put(reference, bytes);
    const [bad, good] = pictures.map(({ reference }) => reference.hash);
    const figures = [bad, good].map((media, index) => ({
      id: `f${index}`,
      type: 'figure',
      media: media ?? '',
      alt: 'Ảnh',
    }));
    writeDraft(here.desk, { post, fields: { title: 'Bài' }, order: ['f0', 'f1'], blocks: figures });
    writeFileSync(here.shelf.path(bad ?? '') ?? '', 'hỏng');
    expect(await here.sync.now()).toMatchObject({ state: 'failed', problem: 'portal_failed', pending: 1 });
    expect(here.shelf.toSend().map(({ hash }) => hash)).toEqual([bad]);
  });
});

describe('a computer under a new line that carries a box for somebody', () => {
  it('asks to be certified and sends it then, instead of asking the portal the same for ever', async () => {
    const here = await computerOf('author');
    await here.sync.now();
    const { db } = here.desk;
    db.exec('DELETE FROM device_certificate');
    noteSealed(db, { mutation: newId(), box: Buffer.alloc(96, 1).toString('base64') });
    // Nobody can open this one: the portal says so, and it is dropped.
    expect(await here.sync.now()).toMatchObject({ state: 'idle', pending: 0 });
    expect(db.prepare('SELECT count(*) AS n FROM device_certificate').get()).not.toEqual({ n: 0 });
  });
});

describe('a computer in a bad state', () => {
  it('says that its disk is full, not that there is a bug, and sends everything once there is room', async () => {
    const author = await computerOf('author');
    const post = createPost(author.desk);
    type(author.desk, post, 'chữ viết khi còn chỗ '.repeat(2_000));
    const limit = (pages: number): unknown => author.desk.db.pragma(`max_page_count = ${pages}`);
    limit(author.desk.db.pragma('page_count', { simple: true }) as number);
    expect(await author.sync.now()).toMatchObject({ state: 'failed', problem: 'disk_full' });
    limit(1_000_000);
    expect(await author.sync.now()).toMatchObject({ state: 'idle', pending: 0 });
    expect(openPost(author.desk, post).word).toBe('accepted');
    expect(bugs).toEqual([]);
  });

  it('sends what was typed while its clock ran ahead, once the clock is right again', async () => {
    const clock = { aheadBy: 3_600_000 };
    const author = await computerOf('author', () => new Date(Date.now() + clock.aheadBy));
    const post = createPost(author.desk);
    type(author.desk, post, 'viết khi đồng hồ chạy nhanh');
    clock.aheadBy = 0;
    expect(await author.sync.now()).toMatchObject({ state: 'idle', pending: 0 });
    expect(openPost(author.desk, post).word).toBe('accepted');
  });
});

describe('taking a page down', () => {
  it('is possible while a correction of it is under review', async () => {
    const [author, reviewer, head] = [
      await computerOf('author'),
      await computerOf('reviewer'),
      await computerOf('head'),
    ];
    await head.setPin('123456');
    const post = createPost(author.desk);
    const go = async (
      { desk, sync }: Profile,
      action: Input<'posts.act'>['action'],
      extra: Partial<Input<'posts.act'>> = {},
    ): Promise<void> => {
      await sync.now();
      const { revision } = openPost(desk, post);
      const wanted = { post, revision: action === 'submit' ? null : revision, action, reason: '', listedReason: null };
      const htmlHash = action === 'approve' ? previewPost(desk, post, revision).htmlHash : null;
      act(desk, { ...wanted, htmlHash, ...extra });
      await sync.now();
    };
    type(author.desk, post, 'Có số điện thoại của học sinh');
    await go(author, 'submit');
    await go(reviewer, 'appraise');
    await go(head, 'approve');
    await author.sync.now();
    type(author.desk, post, 'Đã bỏ số điện thoại');
    await go(author, 'submit', { change: { note: 'Bỏ số điện thoại.', isMinor: false } });
    await head.sync.now();
    expect(openPost(head.desk, post)).toMatchObject({ isLive: true, state: 'submitted' });
    await go(head, 'withdraw', { listedReason: 'personal_data' });
    expect(openPost(head.desk, post)).toMatchObject({ isLive: false, state: 'submitted' });
  });
});

describe('the history of a post', () => {
  it('holds its versions, and brings one back as a new one without losing what was being written', async () => {
    const { here, post } = await twoComputers();
    const [first] = listHistory(here.desk, post);
    edit(here, post, 'a', 'đầu, sửa');
    restoreVersion(here.desk, post, first?.revision ?? '', (title) => title);
    expect(wordsOfPost(here, post)).toEqual(['đầu', 'cuối']);
    const [restored, written, oldest] = listHistory(here.desk, post);
    expect(oldest).toEqual({ ...first, isNow: false });
    expect(restored?.previous).toBe(written?.revision);
    const words = readHistory(here.desk, post, written?.revision ?? '').blocks.map((block) => textOfBlocks([block]));
    expect(words).toEqual(['đầu, sửa', 'cuối']);
    await here.sync.now();
    expect(saves(here, post)).toEqual(['accepted', 'accepted', 'accepted']);
    expect(() => readHistory(here.desk, createPost(here.desk), first?.revision ?? '')).toThrow('post_not_found');
  });
});

/** Erases texts as the head would, and starts the portal again. */
async function erase(by: Profile, hashes: readonly string[]): Promise<void> {
  await board.inStore(async (store) => {
    const row = await store.selectFrom('portal').selectAll().executeTakeFirstOrThrow();
    const identity = { portal: row.id, publicKey: row.public_key, secretKey: row.secret_key };
    const context = { store, identity, now: () => board.clock.time, report: () => undefined };
    for (const hash of hashes)
      await eraseRevision(context, { unit: by.desk.portal.unit.id, hash, person: null, ground: 'Quyết định' });
  });
}

describe('a merge on its way while a text that it was made from is erased', () => {
  it.each(['the text that won', 'the text that lost', 'the text both were made from'])(
    'ends, and leaves what its person wrote: %s',
    async (which) => {
      const { here, there, post } = await twoComputers();
      const base = openPost(here.desk, post).revision ?? '';
      edit(there, post, 'a', 'đầu, ở nhà');
      await there.sync.now();
      edit(here, post, 'b', 'cuối, ở trường');
      const lost = mint(here.desk, post) ?? '';
      // The line breaks as soon as the merge is made.
      onTell.set(here.desk.device.id, () => void board.portal.close());
      await here.sync.now();
      onTell.clear();
      const merge = readRevision(here.desk.db, openPost(here.desk, post).revision ?? '');
      expect(merge).toMatchObject({ author: null });
      const won = merge?.parents.find((parent) => parent !== lost) ?? '';
      await erase(here, [which === 'the text that won' ? won : which === 'the text that lost' ? lost : base]);

      expect(await here.sync.now()).toMatchObject({ pending: 0 });
      expect(await here.sync.now()).toMatchObject({ state: 'idle', pending: 0 });
      await there.sync.now();
      if (which === 'the text that won') {
        for (const computer of [here, there]) {
          expect(wordsOfPost(computer, post)).toEqual(['đầu', 'cuối, ở trường']);
          expect(openPost(computer.desk, post).word).toBe('accepted');
        }
        expect(readRevision(here.desk.db, openPost(here.desk, post).revision ?? '')?.author).toBe(here.desk.me().id);
      } else if (which === 'the text that lost') {
        expect(wordsOfPost(here, post)).toEqual(['đầu, ở nhà', 'cuối']);
        expect(openConflict(here.desk, post)).toBeNull();
        expect(unseenVerdicts(here.desk)).toHaveLength(1);
      } else {
        const conflict = openConflict(here.desk, post);
        expect(conflict?.base).toBeNull();
        expect(
          [conflict?.mine.revision, conflict?.theirs.revision].map((text) => textOfBlocks(text?.blocks ?? [])),
        ).toEqual(['đầu\ncuối, ở trường', 'đầu, ở nhà\ncuối']);
      }
      expect(bugs).toEqual([]);
    },
  );
});

describe('words past what one person may send on a day', () => {
  it('stay on the computer, which says so, and go by themselves the next day', async () => {
    const author = await computerOf('author');
    await author.sync.now();
    const row = {
      ...{ unit: author.desk.portal.unit.id, person: author.desk.me().id },
      ...{ day: dayInVietnam(board.clock.time.toISOString()), text_bytes: LIMITS.dailyTextBytes - 10, file_bytes: 0 },
    };
    await board.inStore((store) => store.insertInto('sent_today').values(row).execute());
    const post = createPost(author.desk);
    type(author.desk, post, 'chữ còn ở máy');
    expect(await author.sync.now()).toMatchObject({ state: 'failed', problem: 'quota_reached', pending: 1 });
    expect(wordsOfPost(author, post)).toEqual(['chữ còn ở máy']);
    expect(unseenVerdicts(author.desk)).toEqual([]);
    board.clock.time = new Date(board.clock.time.getTime() + 24 * 3_600_000);
    expect(await author.sync.now()).toMatchObject({ state: 'idle', problem: null, pending: 0 });
    expect(saves(author, post)).toEqual(['accepted']);
    expect(bugs).toEqual([]);
  });
});

describe('text of a revoked device', () => {
  it('becomes one draft, however often it is taken over', async () => {
    const { here, post } = await twoComputers();
    const { db } = here.desk;
    const revision = openPost(here.desk, post).revision ?? '';
    db.prepare('INSERT INTO set_aside (revision, post, at) VALUES (?, ?, ?)').run(
      revision,
      post,
      '2026-11-20T02:00:00.000Z',
    );
    const take = () => adopt(here.desk, revision, (title) => `Bản sao: ${title}`);
    const draft = take();
    writeDraft(here.desk, { post: draft ?? '', fields: { title: 'Viết tiếp' }, order: null, blocks: [] });
    expect([take(), take()]).toEqual([draft, draft]);
    expect(titles(here)).toEqual(['Bài', 'Viết tiếp']);
    expect(unseenVerdicts(here.desk)).toEqual([]);
  });
});
