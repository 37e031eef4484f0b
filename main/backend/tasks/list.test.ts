import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readIdentity } from '../../../portal/portal.ts';
import { approveThrough, type Board, type BoardMember, passwordOf, startBoard } from '../../../portal/testing/index.ts';
import { importPost } from '../../../portal/workflow/index.ts';
import { canonicalJson, newId, revisionId } from '../../../shared/content/index.ts';
import { calendarOf } from '../calendar/index.ts';
import { type Profile, signIn } from '../profiles/index.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { listTasks } from './index.ts';

let board: Board;
let here: Profile;
let author: BoardMember;
let reviewer: BoardMember;
let head: BoardMember;
const clock = { time: new Date('2026-11-20T02:00:00.000Z') };

beforeEach(async () => {
  board = await startBoard();
  [author, reviewer, head] = [await board.signIn('author'), await board.signIn('reviewer'), await board.signIn('head')];
  here = await signIn(
    {
      folder: temporaryFolder(),
      witness: temporaryFolder(),
      now: () => clock.time,
      random: () => 0.5,
      tell: () => undefined,
      titleOfCopy: (title) => title,
      onBug: (error) => {
        throw error;
      },
    },
    { address: board.url, account: 'reviewer', password: passwordOf('reviewer') },
  );
});
afterEach(async () => {
  await here.close();
  await board.close();
});

/** A post that the portal received as submitted at that time. */
async function submittedAt(time: string, title: string): Promise<string> {
  board.clock.time = new Date(time);
  const { post } = await author.save({ title });
  await author.act('post.submit', post);
  return post;
}

/** A page that was taken over from another site, where it was published at that time. */
async function imported(publishedAt: string): Promise<{ post: string; id: string }> {
  const post = newId();
  const nobody = { author: null, device: null, createdAt: null };
  const revision = { ...author.mint(post).revision, ...nobody };
  await board.inStore(async (store) => {
    const { identity } = await readIdentity(store, board.folder);
    const words = { publishedAt, address: 'https://cu.example/bai', by: author.member.id, media: [], moved: new Map() };
    await importPost(
      { store, identity, now: () => board.clock.time },
      { revision, canonical: canonicalJson(revision), ...words },
    );
  });
  return { post, id: revisionId(revision) };
}

describe('what waits for a reviewer', () => {
  it('comes late first, with the working days left and what can be done about it offline', async () => {
    await submittedAt('2026-11-20T02:00:00.000Z', 'Thứ Sáu');
    await submittedAt('2026-11-16T02:00:00.000Z', 'Thứ Hai tuần trước');
    await here.sync.now();
    clock.time = new Date('2026-11-20T08:00:00.000Z');
    const { tasks, total, isCalendarKnown } = listTasks(here.desk);
    expect(tasks).toMatchObject([
      { title: 'Thứ Hai tuần trước', state: 'submitted', due: '2026-11-18', daysLeft: -2 },
      { title: 'Thứ Sáu', state: 'submitted', due: '2026-11-24', daysLeft: 2 },
    ]);
    for (const task of tasks) expect(task.actions).toEqual(['appraise', 'return']);
    expect([total, isCalendarKnown]).toEqual([2, true]);
  });

  it('leaves what they wrote themselves to others, and ends when somebody has decided', async () => {
    const post = await submittedAt('2026-11-20T02:00:00.000Z', 'Của người khác');
    const own = await reviewer.save({ title: 'Của mình' });
    await reviewer.act('post.submit', own.post);
    await here.sync.now();
    expect(listTasks(here.desk).tasks.map(({ title }) => title)).toEqual(['Của người khác']);
    await reviewer.act('post.appraise', post);
    await here.sync.now();
    expect(listTasks(here.desk).tasks).toEqual([]);
  });

  it('comes with the year’s count: each post once, whatever is corrected, by Vietnam’s calendar', async () => {
    const post = await submittedAt('2026-11-20T02:00:00.000Z', 'Đã đăng');
    await reviewer.act('post.appraise', post);
    await head.act('post.approve', post);
    await author.save({ title: 'Bản sửa' }, post);
    await approveThrough({ author, reviewer, head }, post);
    await here.sync.now();
    expect(listTasks(here.desk).year).toEqual({ year: 2026, published: 1, target: 50 });
    clock.time = new Date('2026-12-31T17:30:00.000Z');
    expect(listTasks(here.desk).year).toEqual({ year: 2027, published: 0, target: 50 });
  });

  it('counts a page of the former site for the year it was published in there, whatever is corrected now', async () => {
    clock.time = new Date('2026-11-20T08:00:00.000Z');
    const old = await imported('2020-05-12T03:00:00.000Z');
    await imported('2026-01-05T03:00:00.000Z');
    const next = author.mint(old.post, { parents: [old.id], title: 'Sửa lỗi chính tả' });
    const save = author.mutate('post.save', { post: old.post, revision: next.id, base: old.id });
    await author.pull();
    const about = { post: old.post, revision: next.id, change: { note: 'Sửa.', isMinor: false } };
    const submit = author.mutate('post.submit', about, [save.id, author.status(old.post).last ?? '']);
    const { verdicts } = await author.send({ revisions: [next], mutations: [save, submit] });
    expect(verdicts.map(({ code }) => code)).toEqual(['ok', 'ok']);
    await reviewer.act('post.appraise', old.post);
    await head.act('post.approve', old.post);
    await here.sync.now();
    expect(listTasks(here.desk).year.published).toBe(1);
    const inMonth = (month: string): string[] =>
      calendarOf(here.desk, month).entries.flatMap(({ post, isPublished }) => (isPublished ? [post] : []));
    expect([inMonth('2026-11'), inMonth('2020-05')]).toEqual([[], [old.post]]);
  });

  it('has a calendar that shows every day of a month’s weeks as it is, those of other months too', async () => {
    const post = await submittedAt('2026-11-20T02:00:00.000Z', 'Ngày đầu tháng');
    await reviewer.act('post.appraise', post);
    // In Vietnam the first of December, a Tuesday: on the last row of November.
    await head.act('post.approve', post, { publishAt: '2026-11-30T17:30:00.000Z' });
    await here.sync.now();
    const seen = (month: string): string[] => calendarOf(here.desk, month).entries.map(({ post: one }) => one);
    expect([seen('2026-10'), seen('2026-11'), seen('2026-12'), seen('2027-01')]).toEqual([[], [post], [post], []]);
    expect(calendarOf(here.desk, '2026-12').daysOff).toContainEqual({ date: '2027-01-01', name: expect.any(String) });
    expect(calendarOf(here.desk, '2026-11').daysOff.every(({ date }) => date >= '2026-10-26')).toBe(true);
  });
});
