import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Board, type BoardMember, passwordOf, startBoard } from '../../../portal/testing/index.ts';
import { type Profile, signIn } from '../profiles/index.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { act, listPosts, openPost, unseenVerdicts, work } from './index.ts';

let board: Board;
let author: BoardMember;
let other: BoardMember;
let here: Profile;
/** This computer's clock: an hour behind the portal's. */
const clock = { time: new Date('2026-11-20T01:00:00.000Z') };
const behind = (portal: string): void => {
  board.clock.time = new Date(portal);
  clock.time = new Date(board.clock.time.getTime() - 3_600_000);
};

beforeEach(async () => {
  board = await startBoard();
  author = await board.signIn('author');
  other = await board.signIn('head');
  behind('2026-11-20T02:00:00.000Z');
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

async function submitted(): Promise<{ post: string; revision: string }> {
  const { post, id } = await author.save({ title: 'Hội khoẻ' });
  await author.act('post.submit', post);
  await here.sync.now();
  return { post, revision: id };
}
const shown = (post: string) => openPost(here.desk, post).work;

describe('a review taken on', () => {
  it('says at once that others do not see it yet, then until when by the portal’s clock, and ends by that', async () => {
    const about = await submitted();
    expect(shown(about.post)).toMatchObject({ step: 'appraise', due: '2026-11-24', holder: null });
    expect(shown(about.post).claim).toEqual({ allowed: true, code: null });

    work(here.desk, 'claim', about);
    expect(shown(about.post)).toMatchObject({ holder: { isMe: true, until: null }, claim: null, mayRelease: true });
    await here.sync.now();
    expect(shown(about.post).holder).toMatchObject({ isMe: true, until: '2026-11-20T06:00:00.000Z' });
    const [row] = listPosts(here.desk, { filter: 'all', category: null, query: '', offset: 0, limit: 9 }).rows;
    expect(row?.worker).toMatchObject({ isMe: true, isAtIt: true });

    // 05:59 and 06:00 by the portal's clock, which is known here with no network.
    clock.time = new Date('2026-11-20T04:59:00.000Z');
    expect(shown(about.post).holder?.isMe).toBe(true);
    clock.time = new Date('2026-11-20T05:00:00.000Z');
    expect(shown(about.post)).toMatchObject({ holder: null, mayRelease: false, claim: { allowed: true } });
  });

  it('is told to the one who came second, who loses nothing by it', async () => {
    const about = await submitted();
    expect((await other.act('post.claim', about.post)).code).toBe('ok');
    work(here.desk, 'claim', about);
    await here.sync.now();
    expect(unseenVerdicts(here.desk)).toMatchObject([{ name: 'post.claim', outcome: 'superseded', code: 'claimed' }]);
    expect(shown(about.post)).toMatchObject({ holder: { isMe: false }, claim: { allowed: false, code: 'claimed' } });
    // A review is nobody's property: who decides is not stopped by it.
    expect(openPost(here.desk, about.post).actions.find(({ name }) => name === 'appraise')?.allowed).toBe(true);

    // By the portal's clock it is over: the next one may.
    behind('2026-11-20T06:00:00.000Z');
    work(here.desk, 'claim', about);
    await here.sync.now();
    expect(shown(about.post).holder).toMatchObject({ isMe: true, until: '2026-11-20T10:00:00.000Z' });
    work(here.desk, 'release', about);
    await here.sync.now();
    expect(shown(about.post).holder).toBeNull();
  });

  it('hinders no decision made meanwhile with no network', async () => {
    const about = await submitted();
    await other.act('post.claim', about.post);
    await here.sync.now();
    const { post, revision } = about;
    act(here.desk, { post, revision, action: 'appraise', reason: '', listedReason: null, htmlHash: null });
    await other.act('post.release', post);
    await other.act('post.claim', post);
    await here.sync.now();
    expect(openPost(here.desk, post)).toMatchObject({ state: 'appraised', work: { holder: null } });
  });
});

describe('a review given to somebody', () => {
  it('is shown to them, and to nobody who could not do it', async () => {
    const about = await submitted();
    const refused = await other.act('post.assign', about.post, { to: author.member.id });
    expect([refused.outcome, refused.code]).toEqual(['refused', 'not_theirs']);
    expect((await other.act('post.assign', about.post, { to: here.desk.me().id })).code).toBe('ok');
    await here.sync.now();
    expect(shown(about.post)).toMatchObject({ assignee: { isMe: true }, mayAssign: false, candidates: [] });
    // Not by who may give no work, and not on a review that has moved.
    expect((await author.act('post.assign', about.post, { to: null })).code).toBe('wrong_role');
    await author.act('post.recall', about.post);
    const late = other.mutate('post.assign', { ...about, to: null }, [other.status(about.post).last ?? '']);
    const { verdicts } = await other.send({ mutations: [late] });
    expect(verdicts).toMatchObject([{ outcome: 'superseded', code: 'review_moved' }]);
    expect((await other.act('post.release', about.post, { revision: about.revision })).code).toBe('wrong_state');
  });
});
