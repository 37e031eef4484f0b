import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Verdict } from '../../shared/sync/index.ts';
import { type Board, type BoardMember, startBoard, verdictOf } from '../testing/index.ts';

let board: Board;
let author: BoardMember;
let reviewer: BoardMember;
let head: BoardMember;

beforeEach(async () => {
  board = await startBoard();
  [author, reviewer, head] = [await board.signIn('author'), await board.signIn('reviewer'), await board.signIn('head')];
});
afterEach(() => board.close());

async function send(by: BoardMember, name: string, args: Record<string, unknown>, after: string[] = []) {
  const mutation = by.mutate(name, args, after);
  return { id: mutation.id, verdict: verdictOf(await by.send({ mutations: [mutation] }), mutation) };
}
const turnedDown = (code: string): Partial<Verdict> => ({ outcome: 'refused', code });

describe('the portal and remarks', () => {
  it('keeps what is said about a draft from all who may not see it', async () => {
    const { post, id: revision } = await author.save();
    const note = await send(author, 'post.comment', { post, revision, text: 'Chỉ mình tôi.' });
    expect(note.verdict.outcome).toBe('accepted');
    expect((await send(reviewer, 'post.comment', { post, revision, text: 'Dò.' })).verdict).toMatchObject(
      turnedDown('not_shown'),
    );
    await author.act('post.submit', post);
    const said = await send(reviewer, 'post.comment', { post, revision, text: 'Rõ.' });
    expect(said.verdict.outcome).toBe('accepted');
    await head.pull();
    const texts = head.feed.flatMap((change) => (change.kind === 'mutation' ? [change.mutation.args.text] : []));
    expect(texts).toContain('Rõ.');
    expect(texts).not.toContain('Chỉ mình tôi.');
  });

  it('lets a thread be answered on its own text alone, and proposed words by the author alone', async () => {
    const { post, id: revision } = await author.save();
    await author.act('post.submit', post);
    const other = await author.save();
    await author.act('post.submit', other.post);
    const anchor = { of: 'title', start: 0, end: 3 };
    const { id: thread } = await send(reviewer, 'post.comment', { post, revision, text: '', anchor, wording: 'Ngày' });
    const plain = await send(reviewer, 'post.comment', { post, revision, text: 'Hay.' });
    const close = { post, revision, thread, isResolved: true };
    const cases: [BoardMember, Record<string, unknown>, Partial<Verdict>][] = [
      [head, { ...close, post: other.post, revision: other.id }, turnedDown('bad_revision')],
      [head, { ...close, answer: 'taken' }, turnedDown('not_owner')],
      [author, { ...close, thread: plain.id, answer: 'taken' }, turnedDown('bad_revision')],
      [author, { ...close, answer: 'taken' }, { outcome: 'accepted' }],
    ];
    for (const [by, args, wanted] of cases)
      expect((await send(by, 'post.resolveComment', args, [thread, plain.id])).verdict).toMatchObject(wanted);
    // An answer to an answer is none.
    const reply = await send(head, 'post.comment', { post, revision, text: 'Vâng.', thread }, [thread]);
    expect(reply.verdict.outcome).toBe('accepted');
    const nested = await send(head, 'post.comment', { post, revision, text: 'Vâng.', thread: reply.id }, [reply.id]);
    expect(nested.verdict).toMatchObject(turnedDown('bad_revision'));
    expect(author.status(post).state).toBe('submitted');
  });

  it('waits for a thread it has not heard of, and takes nothing that says nothing', async () => {
    const { post, id: revision } = await author.save();
    await author.act('post.submit', post);
    const thread = '0197a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';
    const early = reviewer.mutate('post.comment', { post, revision, text: 'Sớm.', thread });
    const { waiting } = await reviewer.send({ mutations: [early] });
    expect(waiting).toEqual([{ mutation: early.id, missing: [thread] }]);
    expect((await send(reviewer, 'post.comment', { post, revision, text: ' ' })).verdict.code).toBe('malformed');
    const nowhere = { post, revision, text: 'Sửa.', wording: 'x' };
    expect((await send(reviewer, 'post.comment', nowhere)).verdict.code).toBe('malformed');
  });
});
