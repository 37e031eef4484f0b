import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Board, type BoardMember, type PersonKey, passwordOf, startBoard } from '../../../portal/testing/index.ts';
import { nextStep } from '../../../renderer/header/next-step.ts';
import { hashText } from '../../../shared/content/index.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { isMessageKey } from '../../../shared/i18n/index.ts';
import { dayInVietnam } from '../../../shared/vietnamese/index.ts';
import { DEFAULT_REGULATION, type TransitionName } from '../../../shared/workflow/index.ts';
import { openProfile, type Profile, type ProfileSurroundings, signIn } from '../profiles/index.ts';
import { temporaryFolder } from '../testing/folder.ts';
import {
  act,
  allVerdicts,
  enqueue,
  markSeen,
  openPost,
  previewPost,
  projectPost,
  statusOf,
  unseenVerdicts,
} from './index.ts';

const PIN = '246810';
let board: Board;
let author: BoardMember;
const open = new Map<Profile, ProfileSurroundings>();

beforeEach(async () => {
  board = await startBoard({ on: 'sqlite' });
  author = await board.signIn('author');
});
afterEach(async () => {
  for (const profile of open.keys()) await profile.close();
  open.clear();
  await board.close();
});

async function computerOf(key: PersonKey): Promise<Profile> {
  const around: ProfileSurroundings = {
    ...{ folder: temporaryFolder(), witness: temporaryFolder(), now: () => new Date(), random: () => 0.5 },
    ...{ tell: () => undefined, titleOfCopy: (title) => title },
    onBug: (error) => {
      throw error;
    },
  };
  const profile = await signIn(around, { address: board.url, account: key, password: passwordOf(key) });
  open.set(profile, around);
  await profile.sync.now();
  return profile;
}

/** The program is ended and started again on the same folder. */
async function restarted(profile: Profile): Promise<Profile> {
  const around = open.get(profile);
  open.delete(profile);
  await profile.close();
  const again = around === undefined ? null : openProfile(around);
  if (around === undefined || again === null) throw new Error('nothing to start again');
  open.set(again, around);
  return again;
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

/** Approves what the window shows. */
function approve({ desk }: Profile, post: string): void {
  desk.approvalKey.unlock(PIN);
  const { revision } = openPost(desk, post);
  const { htmlHash } = previewPost(desk, post, revision);
  act(desk, { post, revision, action: 'approve', reason: '', listedReason: null, htmlHash });
}

/**
 * What the inbox says once that computer has synced: after a restart too, seen or not, with a sentence for why and one
 * for what to do next.
 * @returns that, and the computer as it was started again.
 */
async function told(at: Profile): Promise<{ told: { name: string; outcome: string; code: string }[]; at: Profile }> {
  await at.sync.now();
  const entries = unseenVerdicts(at.desk);
  for (const { code, outcome } of entries) {
    expect(isMessageKey(`verdict.${code}`)).toBe(true);
    expect(isMessageKey(`inbox.next.${nextStep(code, outcome)}`)).toBe(true);
  }
  const second = await restarted(at);
  expect(unseenVerdicts(second.desk)).toEqual(entries);
  for (const { mutation } of entries) markSeen(second.desk, mutation);
  const third = await restarted(second);
  expect(unseenVerdicts(third.desk)).toEqual([]);
  expect(allVerdicts(third.desk).map(({ mutation }) => mutation)).toEqual(entries.map(({ mutation }) => mutation));
  return { told: entries.map(({ name, outcome, code }) => ({ name, outcome, code })), at: third };
}

const whatMay = ({ desk }: Profile, post: string): TransitionName[] =>
  openPost(desk, post).actions.flatMap(({ name, allowed }) => (allowed ? [name] : []));

describe('what the portal decided while a person was offline', () => {
  it('is told of an approval that the author’s recall overtook: settled, there is nothing left to approve', async () => {
    const post = await waiting(true);
    const head = await computerOf('head');
    await head.setPin(PIN);
    approve(head, post);
    await author.act('post.recall', post);
    const after = await told(head);
    expect(after.told).toEqual([{ name: 'post.approve', outcome: 'superseded', code: 'review_moved' }]);
    expect(nextStep('review_moved', 'superseded')).toBe('settled');
    expect(openPost(after.at.desk, post).state).toBe('draft');
    expect(whatMay(after.at, post)).not.toContain('approve');
  });

  it('is told of a race that another reviewer won: settled, the post stands where the other put it', async () => {
    const post = await waiting();
    const late = await computerOf('reviewer');
    decide(late, post, 'return', { reason: 'Thiếu ảnh.' });
    await (await board.signIn('head')).act('post.appraise', post);
    const after = await told(late);
    expect(after.told).toEqual([{ name: 'post.return', outcome: 'superseded', code: 'review_moved' }]);
    expect(openPost(after.at.desk, post).state).toBe('appraised');
    // What was written with it is not gone: in the inbox and in the timeline.
    expect(allVerdicts(after.at.desk)).toMatchObject([{ said: 'Thiếu ảnh.' }]);
    expect(openPost(after.at.desk, post).timeline.find(({ code }) => code === 'review_moved')).toMatchObject({
      ...{ name: 'post.return', reason: 'Thiếu ảnh.' },
    });
  });

  it('is told that the rules changed meanwhile: to look again, and to decide under the new ones', async () => {
    const post = await waiting(true);
    const head = await computerOf('head');
    await head.setPin(PIN);
    const elsewhere = await computerOf('head');
    const item = { id: 'phu-huynh', text: 'Đã hỏi phụ huynh', level: 'block' as const };
    await elsewhere.admin.setRules({
      base: elsewhere.desk.rules.version,
      text: {
        ...DEFAULT_REGULATION,
        validFrom: dayInVietnam(board.clock.time.toISOString()),
        checklists: [{ transition: 'approve', items: [item] }],
      },
    });
    approve(head, post);
    const after = await told(head);
    expect(after.told).toMatchObject([{ name: 'post.approve', outcome: 'refused', code: 'rules_changed' }]);
    expect(nextStep('rules_changed', 'refused')).toBe('rules');
    const { desk } = after.at;
    expect(whatMay(after.at, post)).toContain('approve');
    expect(openPost(desk, post).actions.find(({ name }) => name === 'approve')?.checks).toMatchObject([item]);
    desk.approvalKey.unlock(PIN);
    const { revision } = openPost(desk, post);
    const { htmlHash } = previewPost(desk, post, revision);
    decide(after.at, post, 'approve', { htmlHash, checks: [item.id] });
    await after.at.sync.now();
    expect(openPost(desk, post).state).toBe('published');
  });

  it('is told that the portal draws the page in another way: to look again, and to approve what is shown then', async () => {
    const post = await waiting(true);
    const head = await computerOf('head');
    await head.setPin(PIN);
    const { desk } = head;
    desk.approvalKey.unlock(PIN);
    const { revision } = openPost(desk, post);
    const { contentHash } = previewPost(desk, post, revision);
    const previous = statusOf(desk, post).last ?? '';
    // What a program of another version signs, which draws this text in other bytes.
    const statement = {
      ...{ portal: desk.portal.portal, unit: desk.portal.unit.id, post, revision: revision ?? '', contentHash },
      ...{ htmlHash: hashText('<p>Vẽ kiểu khác</p>'), rules: desk.rules.version, previous },
    };
    desk.db.transaction(() => {
      const args = { post, revision: revision ?? '', statement, ...desk.approvalKey.seal(statement) };
      enqueue(desk, post, 'post.approve', args, [previous]);
      projectPost(desk, post);
    })();
    expect(openPost(desk, post).state).toBe('approved');
    const after = await told(head);
    expect(after.told).toEqual([{ name: 'post.approve', outcome: 'refused', code: 'render_changed' }]);
    expect(nextStep('render_changed', 'refused')).toBe('look_again');
    expect(openPost(after.at.desk, post).state).toBe('appraised');
    approve(after.at, post);
    await after.at.sync.now();
    expect(openPost(after.at.desk, post).state).toBe('published');
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
    const after = await told(reviewer);
    expect(after.told).toEqual([{ name: 'post.appraise', outcome: 'refused', code: 'wrong_role' }]);
    expect(openPost(after.at.desk, post).state).toBe('submitted');
  });
});
