import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eraseRevision } from '../../../portal/erasure/index.ts';
import { hidePost, lockFeed } from '../../../portal/feed/index.ts';
import { inspect } from '../../../portal/inspection/index.ts';
import { type Board, type PersonKey, passwordOf, startBoard } from '../../../portal/testing/index.ts';
import type { Block } from '../../../shared/content/index.ts';
import type { Input, RemarkThread } from '../../../shared/contract/index.ts';
import { act, createPost, openPost, unseenVerdicts, writeDraft } from '../posts/index.ts';
import { type Profile, signIn } from '../profiles/index.ts';
import { listTasks } from '../tasks/index.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { addRemark, keepRemark, readRemarks, resolveThread } from './index.ts';

let board: Board;
let author: Profile;
let reviewer: Profile;
let head: Profile;
const open: Profile[] = [];

async function computerOf(key: PersonKey): Promise<Profile> {
  const profile = await signIn(
    {
      ...{ folder: temporaryFolder(), witness: temporaryFolder(), now: () => new Date(), random: () => 0.5 },
      ...{ tell: () => undefined, titleOfCopy: (title) => title },
      onBug: (error) => {
        throw error;
      },
    },
    { address: board.url, account: key, password: passwordOf(key) },
  );
  open.push(profile);
  return profile;
}

beforeEach(async () => {
  board = await startBoard({ on: 'sqlite' });
  [author, reviewer, head] = [await computerOf('author'), await computerOf('reviewer'), await computerOf('head')];
});
afterEach(async () => {
  for (const profile of open.splice(0)) await profile.close();
  await board.close();
});

const TEXT = 'Sáng 5/9, các em được tặng hoa.';
const paragraph = (id: string, text: string): Block => ({ id, type: 'paragraph', children: [{ type: 'text', text }] });
const write = (post: string, ...blocks: Block[]): void => {
  const order = blocks.map(({ id }) => id);
  writeDraft(author.desk, { post, fields: { title: 'Khai giảng', categories: ['B2'] }, order, blocks });
};
const submit = (post: string): void =>
  act(author.desk, { post, revision: null, action: 'submit', reason: '', listedReason: null, htmlHash: null });
const say = ({ desk }: Profile, post: string, text: string, more: Partial<Input<'remarks.add'>> = {}): void => {
  const { revision } = readRemarks(desk, post, null);
  addRemark(desk, { post, revision, thread: null, anchor: null, text, wording: null, mentions: [], ...more });
};
const threads = ({ desk }: Profile, post: string): readonly RemarkThread[] => readRemarks(desk, post, null).threads;
const only = (of: Profile, post: string): RemarkThread => {
  const [first, ...rest] = threads(of, post);
  if (first === undefined || rest.length > 0) throw new Error(`${rest.length + 1} threads`);
  return first;
};
const syncAll = async (): Promise<void> => {
  for (const one of [author, reviewer, head, author, reviewer, head]) await one.sync.now();
};
async function submitted(): Promise<string> {
  const post = createPost(author.desk);
  write(post, paragraph('a', TEXT));
  submit(post);
  await syncAll();
  return post;
}
const ANCHOR = { of: 'a', start: 17, end: 30 };
const inspection = () => board.inStore(async (store) => (await inspect(store, author.desk.portal.unit.id)).findings);

describe('what is being written and not said yet', () => {
  it('is kept with the words it is about until it is said, and is nobody else’s', async () => {
    const post = await submitted();
    const { revision } = readRemarks(reviewer.desk, post, null);
    if (revision === null) throw new Error('submitted');
    const about = { revision, anchor: ANCHOR };
    const words = { text: 'Nên viết', wording: 'được tặng sách', about };
    keepRemark(reviewer.desk.db, { post, place: 'new', words });
    expect(readRemarks(reviewer.desk, post, null).kept).toEqual([
      { place: 'new', ...words, about: { ...about, quote: 'được tặng hoa' } },
    ]);
    await syncAll();
    expect([author, head].map(({ desk }) => readRemarks(desk, post, null).kept)).toEqual([[], []]);
    say(reviewer, post, 'Nên viết lại', { anchor: ANCHOR });
    expect(readRemarks(reviewer.desk, post, null).kept).toEqual([]);

    const { thread } = only(reviewer, post);
    for (const place of [`reply:${thread}`, `decline:${thread}`] as const)
      keepRemark(author.desk.db, { post, place, words: { text: 'Vì', wording: null, about: null } });
    await syncAll();
    say(author, post, 'Vì thế', { thread });
    expect(readRemarks(author.desk, post, null).kept).toMatchObject([{ place: `decline:${thread}`, text: 'Vì' }]);
    keepRemark(author.desk.db, { post, place: `decline:${thread}`, words: null });
    expect(readRemarks(author.desk, post, null).kept).toEqual([]);
  });

  it('keeps the words proposed for a text that has gone', async () => {
    const post = await submitted();
    const about = { revision: 'f'.repeat(64), anchor: ANCHOR };
    keepRemark(reviewer.desk.db, { post, place: 'new', words: { text: 'Sửa:', wording: 'được tặng sách', about } });
    expect(readRemarks(reviewer.desk, post, null).kept).toEqual([
      { place: 'new', text: 'Sửa:\nđược tặng sách', wording: null, about: null },
    ]);
  });
});

describe('what board members say to each other', () => {
  it('is written offline, reaches the others under its signature, is answered and closed, and moves no post', async () => {
    const post = await submitted();
    say(reviewer, post, 'Em nào được tặng?', { anchor: ANCHOR });
    expect(only(reviewer, post)).toMatchObject({
      quote: 'được tặng hoa',
      anchor: ANCHOR,
      remarks: [{ receivedAt: null }],
    });
    await syncAll();
    const { thread, remarks } = only(author, post);
    expect(remarks).toMatchObject([{ text: 'Em nào được tặng?', isMine: false }]);
    expect(remarks[0]?.receivedAt).not.toBeNull();
    say(author, post, 'Học sinh lớp 6.', { thread });
    await syncAll();
    resolveThread(reviewer.desk, { post, thread, isResolved: true, answer: null, note: '' });
    await syncAll();
    for (const one of [author, reviewer, head]) {
      expect(only(one, post).remarks.map(({ text }) => text)).toEqual(['Em nào được tặng?', 'Học sinh lớp 6.']);
      expect(only(one, post).resolved).toMatchObject({ answer: null });
      expect(openPost(one.desk, post).state).toBe('submitted');
      expect(unseenVerdicts(one.desk)).toEqual([]);
    }
    expect(await inspection()).toEqual([]);
  });

  it('stays with its words through edits, and says so when they are gone', async () => {
    const post = await submitted();
    say(reviewer, post, 'Em nào được tặng?', { anchor: ANCHOR });
    act(reviewer.desk, {
      ...{
        post,
        revision: openPost(reviewer.desk, post).revision,
        action: 'return',
        reason: 'Sửa.',
        listedReason: null,
        htmlHash: null,
      },
    });
    await syncAll();
    write(post, paragraph('z', 'Thông báo.'), paragraph('a', `Kính gửi phụ huynh. ${TEXT}`));
    expect(only(author, post)).toMatchObject({ anchor: { of: 'a', start: 37, end: 50 }, isGone: false });
    write(post, paragraph('z', 'Thông báo.'), paragraph('a', 'Kính gửi phụ huynh.'));
    expect(only(author, post)).toMatchObject({ anchor: null, isGone: true, quote: 'được tặng hoa' });
  });

  it('waits for the author and for whoever is called on, in their tasks', async () => {
    const post = await submitted();
    say(reviewer, post, '@Trưởng ban cho ý kiến.', { mentions: [head.desk.me().id] });
    await syncAll();
    const waiting = ({ desk }: Profile): number[] => listTasks(desk).tasks.map(({ remarks }) => remarks);
    expect([waiting(author), waiting(head), waiting(reviewer)]).toEqual([[1], [1], [0]]);
    const { thread } = only(head, post);
    say(head, post, 'Được.', { thread });
    await syncAll();
    expect(waiting(head)).toEqual([0]);
    resolveThread(author.desk, { post, thread, isResolved: true, answer: null, note: '' });
    expect(waiting(author)).toEqual([]);
  });

  it('is not said about a draft that nobody else sees', () => {
    const post = createPost(author.desk);
    write(post, paragraph('a', TEXT));
    expect(readRemarks(author.desk, post, null).revision).toBeNull();
    expect(() => say(author, post, 'Nháp.')).toThrow('post_not_found');
  });

  it('is refused from whoever may not see the text any more, and kept for them', async () => {
    const post = await submitted();
    await board.inStore((store) =>
      store.transaction().execute(async (tx) => {
        const { unit } = reviewer.desk.portal;
        await lockFeed(tx, unit.id);
        await hidePost(tx, { unit: unit.id, person: reviewer.desk.me().id }, post);
      }),
    );
    say(reviewer, post, 'Vẫn nói.');
    await syncAll();
    expect(unseenVerdicts(reviewer.desk)).toMatchObject([{ code: 'not_shown', said: 'Vẫn nói.' }]);
    expect(threads(author, post)).toEqual([]);
  });

  it('goes with the text it is about when that is erased, at the portal and on every computer, and the log still proves it', async () => {
    const post = await submitted();
    say(reviewer, post, 'Tên em A phải bỏ.', { anchor: ANCHOR });
    await syncAll();
    say(author, post, 'Em A đã bỏ.', { thread: only(author, post).thread });
    await syncAll();
    const { revision } = openPost(head.desk, post);
    await board.inStore(async (store) => {
      const row = await store.selectFrom('portal').selectAll().executeTakeFirstOrThrow();
      const identity = { portal: row.id, publicKey: row.public_key, secretKey: row.secret_key };
      const context = { store, identity, now: () => board.clock.time, report: () => undefined };
      const wanted = { unit: head.desk.portal.unit.id, hash: revision ?? '', person: null, ground: 'Quyết định' };
      await eraseRevision(context, wanted);
    });
    // One that waits here, and one that had not heard of it.
    say(head, post, 'Em A ở lớp nào?');
    await syncAll();
    const late = await computerOf('other');
    await late.sync.now();
    for (const one of [author, reviewer, head, late]) {
      expect(threads(one, post)).toEqual([]);
      const kept = one.desk.db.prepare<[], { words: string }>('SELECT words FROM mutation').all();
      expect(kept.filter(({ words }) => words.includes('Em A') || words.includes('em A'))).toEqual([]);
    }
    const left = await board.inStore((store) => store.selectFrom('mutation').select(['name', 'canonical']).execute());
    expect(left.filter(({ canonical }) => canonical.includes('em A') || canonical.includes('Em A'))).toEqual([]);
    expect(await inspection()).toEqual([]);
  });
});

describe('a proposed wording', () => {
  it('is the author’s to take: the words become theirs, and the reviewer may still appraise and no author is added', async () => {
    const post = await submitted();
    say(reviewer, post, '', { anchor: ANCHOR, wording: 'được tặng một bông hồng' });
    const returned = { post, revision: openPost(reviewer.desk, post).revision, action: 'return' as const };
    act(reviewer.desk, { ...returned, reason: 'Xem đề xuất.', listedReason: null, htmlHash: null });
    await syncAll();
    const { thread, wording } = only(author, post);
    write(post, paragraph('a', TEXT.replace('được tặng hoa', wording ?? '')));
    resolveThread(author.desk, { post, thread, isResolved: true, answer: 'taken', note: '' });
    submit(post);
    await syncAll();
    expect(only(reviewer, post).resolved).toMatchObject({ answer: 'taken' });
    const { actions, revision } = openPost(reviewer.desk, post);
    expect(actions.find(({ name }) => name === 'appraise')).toMatchObject({ allowed: true });
    act(reviewer.desk, { post, revision, action: 'appraise', reason: '', listedReason: null, htmlHash: null });
    await syncAll();
    expect(openPost(head.desk, post).state).toBe('appraised');
    expect(unseenVerdicts(reviewer.desk)).toEqual([]);
  });

  it('is answered by nobody else, and not declined without a word', async () => {
    const post = await submitted();
    say(reviewer, post, '', { anchor: ANCHOR, wording: 'nhận hoa' });
    await syncAll();
    const answer = { post, thread: only(head, post).thread, isResolved: true, answer: 'declined' as const };
    expect(() => resolveThread(head.desk, { ...answer, note: 'Không.' })).toThrow('denied');
    expect(() => resolveThread(author.desk, { ...answer, note: '' })).toThrow('reason_needed');
    resolveThread(author.desk, { ...answer, note: 'Giữ nguyên cho khớp giấy mời.' });
    await syncAll();
    expect(only(reviewer, post).resolved).toMatchObject({ answer: 'declined', note: 'Giữ nguyên cho khớp giấy mời.' });
  });
});
