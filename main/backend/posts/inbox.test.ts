import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Board, type BoardMember, type PersonKey, passwordOf, startBoard } from '../../../portal/testing/index.ts';
import type { Input } from '../../../shared/contract/index.ts';
import type { TransitionName } from '../../../shared/workflow/index.ts';
import { type Profile, signIn } from '../profiles/index.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { act, allVerdicts, markSeen, openPost, previewPost, unseenVerdicts } from './index.ts';

const PIN = '246810';
let board: Board;
let author: BoardMember;
const open: Profile[] = [];

beforeEach(async () => {
  board = await startBoard({ on: 'sqlite' });
  author = await board.signIn('author');
});
afterEach(async () => {
  for (const profile of open.splice(0)) await profile.close();
  await board.close();
});

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
  await profile.sync.now();
  return profile;
}

/** A post that was submitted, and appraised too if wished. */
async function waiting(isAppraised = false): Promise<string> {
  const { post } = await author.save({ title: 'Hội khỏe' });
  await author.act('post.submit', post);
  if (isAppraised) await (await board.signIn('reviewer')).act('post.appraise', post);
  return post;
}

function decide({ desk }: Profile, post: string, action: TransitionName, more: Partial<Input<'posts.act'>> = {}): void {
  const { revision } = openPost(desk, post);
  act(desk, { post, revision, action, reason: '', listedReason: null, htmlHash: null, ...more });
}

/** What the inbox says once that computer has synced; each stays there, seen or not, and moves the post to no wrong state. */
async function told(at: Profile): Promise<{ name: string; outcome: string; code: string }[]> {
  await at.sync.now();
  const entries = unseenVerdicts(at.desk);
  for (const { mutation } of entries) markSeen(at.desk, mutation);
  expect(unseenVerdicts(at.desk)).toEqual([]);
  expect(allVerdicts(at.desk).map(({ mutation }) => mutation)).toEqual(entries.map(({ mutation }) => mutation));
  return entries.map(({ name, outcome, code }) => ({ name, outcome, code }));
}

describe('what the portal decided while a person was offline', () => {
  it('is told of an approval that the author’s recall overtook', async () => {
    const post = await waiting(true);
    const head = await computerOf('head');
    await head.setPin(PIN);
    const { revision } = openPost(head.desk, post);
    decide(head, post, 'approve', { htmlHash: previewPost(head.desk, post, revision).htmlHash });
    await author.act('post.recall', post);
    expect(await told(head)).toEqual([{ name: 'post.approve', outcome: 'superseded', code: 'review_moved' }]);
    expect(openPost(head.desk, post).state).toBe('draft');
  });

  it('is told of a race that another reviewer won', async () => {
    const post = await waiting();
    const late = await computerOf('reviewer');
    decide(late, post, 'return', { reason: 'Thiếu ảnh.' });
    await (await board.signIn('head')).act('post.appraise', post);
    expect(await told(late)).toEqual([{ name: 'post.return', outcome: 'superseded', code: 'review_moved' }]);
    expect(openPost(late.desk, post).state).toBe('appraised');
  });

  it('is told of a role that was taken away meanwhile', async () => {
    const post = await waiting();
    const reviewer = await computerOf('reviewer');
    decide(reviewer, post, 'appraise');
    await board.inStore((store) =>
      store
        .updateTable('membership')
        .set({ roles: '["author"]' })
        .where('person', '=', reviewer.desk.me().id)
        .execute(),
    );
    expect(await told(reviewer)).toEqual([{ name: 'post.appraise', outcome: 'refused', code: 'wrong_role' }]);
    expect(openPost(reviewer.desk, post).state).toBe('submitted');
  });
});
