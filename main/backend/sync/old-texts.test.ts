import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Board, passwordOf, startBoard } from '../../../portal/testing/index.ts';
import { type Revision, textOfBlocks } from '../../../shared/content/index.ts';
import { AppError } from '../../../shared/contract/index.ts';
import {
  addRevision,
  bodiesOf,
  createPost,
  listHistory,
  mint,
  openPost,
  readHistory,
  readRevision,
  settleHead,
  writeDraft,
} from '../posts/index.ts';
import { type Profile, signIn } from '../profiles/index.ts';
import { temporaryFolder } from '../testing/folder.ts';

let board: Board;
const open: Profile[] = [];

beforeEach(async () => {
  board = await startBoard({ on: 'sqlite' });
});
afterEach(async () => {
  for (const profile of open.splice(0)) await profile.close();
  await board.close();
});

async function authorsComputer(): Promise<Profile> {
  const profile = await signIn(
    {
      ...{ folder: temporaryFolder(), witness: temporaryFolder(), now: () => new Date(), random: () => 0.5 },
      ...{ tell: () => undefined, titleOfCopy: (title) => title },
      onBug: (error) => {
        throw error;
      },
    },
    { address: board.url, account: 'author', password: passwordOf('author') },
  );
  open.push(profile);
  return profile;
}

function version({ desk }: Profile, post: string, text: string): string {
  const blocks = [{ id: 'a', type: 'paragraph' as const, children: [{ type: 'text' as const, text }] }];
  writeDraft(desk, { post, fields: { title: text, categories: ['B2'] }, order: ['a'], blocks });
  return mint(desk, post) ?? '';
}

/** A post of three versions in a unit with a lot to read, all of it older than any backup. */
async function largeOldUnit(first: Profile): Promise<{ post: string; versions: readonly string[] }> {
  const post = createPost(first.desk);
  const versions = ['bản một', 'bản hai', 'bản ba'].map((text) => version(first, post, text));
  for (let count = 0; count < 3; count += 1) {
    const blocks = Array.from({ length: 95 }, (_, index) => ({
      ...{ id: `x${index}`, type: 'paragraph' as const },
      children: [{ type: 'text' as const, text: 'dai '.repeat(4_800) }],
    }));
    writeDraft(first.desk, { post: createPost(first.desk), fields: { title: 'Dài' }, order: null, blocks });
  }
  expect(await first.sync.now()).toMatchObject({ state: 'idle', pending: 0 });
  board.clock.time = new Date(board.clock.time.getTime() + 31 * 86_400_000);
  return { post, versions };
}

const versionsOn = ({ desk }: Profile, post: string) =>
  listHistory(desk, post).map(({ revision, isHere }) => [revision, isHere]);
const read = ({ desk }: Profile, post: string, revision: string): string =>
  textOfBlocks(readHistory(desk, post, revision).blocks);

describe('a new computer in a large unit', () => {
  it('has what each post shows, and of old versions a line; opening one fetches it, with what it is compared with', async () => {
    const { post, versions } = await largeOldUnit(await authorsComputer());
    const [one = '', two = '', three = ''] = versions;
    const fresh = await authorsComputer();
    expect(await fresh.sync.now()).toMatchObject({ state: 'idle', pending: 0 });
    expect(openPost(fresh.desk, post)).toMatchObject({ mode: 'edit', revision: three, fields: { title: 'bản ba' } });
    const before = [
      [three, true],
      [two, false],
      [one, false],
    ];
    expect(versionsOn(fresh, post)).toEqual(before);
    expect(listHistory(fresh.desk, post).map(({ previous, authorName }) => [previous, authorName])).toEqual([
      [two, 'Trần Thu Hà'],
      [one, 'Trần Thu Hà'],
      [null, 'Trần Thu Hà'],
    ]);
    expect(bodiesOf(fresh.desk, two)).toEqual([two, one]);
    // Two windows ask at once, as the comparison does: it is one request.
    await Promise.all([fresh.sync.fetchTexts(two, [two, one]), fresh.sync.fetchTexts(one, [one])]);
    expect(read(fresh, post, two)).toBe('bản hai');
    expect(read(fresh, post, one)).toBe('bản một');
    expect(versionsOn(fresh, post)).toEqual(before.map(([id]) => [id, true]));
    // And it can be written on from there.
    version(fresh, post, 'bản bốn');
    expect(await fresh.sync.now()).toMatchObject({ state: 'idle', pending: 0 });
  }, 180_000);

  it('says where the text is when there is no line, and that it is gone when it was erased', async () => {
    const { post, versions } = await largeOldUnit(await authorsComputer());
    const [one = '', two = ''] = versions;
    const fresh = await authorsComputer();
    await fresh.sync.now();
    await board.portal.close();
    await expect(fresh.sync.fetchTexts(one, [one])).rejects.toEqual(new AppError('version_at_portal'));
    await board.restart();
    await board.inStore((store) =>
      store.updateTable('revision').set({ canonical: '{}' }).where('id', '=', two).execute(),
    );
    await expect(fresh.sync.fetchTexts(two, [two, one])).rejects.toEqual(new AppError('version_gone'));
    expect(read(fresh, post, one)).toBe('bản một');
  }, 180_000);

  it('asks by itself for the text that two others were made from, and lays them together', async () => {
    const first = await authorsComputer();
    const { post, versions } = await largeOldUnit(first);
    version(first, post, 'bản bốn');
    await first.sync.now();
    board.clock.time = new Date(board.clock.time.getTime() + 31 * 86_400_000);
    const fresh = await authorsComputer();
    await fresh.sync.now();
    expect(versionsOn(fresh, post).map(([, isHere]) => isHere)).toEqual([true, false, false, false]);
    // A third computer of theirs had written on from the third version all the while.
    const third = readRevision(first.desk.db, versions[2] ?? '');
    const added = { id: 'b', type: 'paragraph', children: [{ type: 'text', text: 'thêm' }] };
    const beside = { ...third, blocks: [...(third?.blocks ?? []), added], parents: [versions[2]] } as Revision;
    const { db } = fresh.desk;
    expect(db.transaction(() => settleHead(fresh.desk, post, addRevision(db, beside)))()).toBe('kept');
    expect(openPost(fresh.desk, post).conflicts).toBe(0);
    for (const computer of [fresh, first]) {
      expect(await computer.sync.now()).toMatchObject({ state: 'idle', pending: 0 });
      const { blocks, conflicts } = openPost(computer.desk, post);
      expect([blocks.map((block) => textOfBlocks([block])), conflicts]).toEqual([['bản bốn', 'thêm'], 0]);
    }
  }, 180_000);
});
