import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mergeRevisions, newId, type Revision, revisionId } from '../../shared/content/index.ts';
import { API } from '../../shared/sync/index.ts';
import { type Board, type BoardMember, type Minted, startBoard, verdictOf } from '../testing/index.ts';

let board: Board;
let author: BoardMember;
let other: BoardMember;
let reviewer: BoardMember;
let head: BoardMember;

beforeAll(async () => {
  board = await startBoard();
  author = await board.signIn('author');
  other = await board.signIn('other');
  reviewer = await board.signIn('reviewer');
  head = await board.signIn('head');
});
afterAll(() => board.close());

/** What anybody can write down: a text that says somebody else wrote it. */
function inNameOf(person: BoardMember | null, revision: Revision): Minted {
  const nobody = { author: null, device: null, createdAt: null, note: 'merge-1' };
  const named = person === null ? nobody : { author: person.member.id, device: person.device.id };
  const next = { ...revision, ...named };
  return { id: revisionId(next), revision: next };
}

describe('who wrote a text', () => {
  it.each(['somebody', 'nobody'])(
    'is not %s whose own act does not say so: a merge of forged texts hides no writer',
    async (who) => {
      const post = newId();
      const named = who === 'somebody' ? other : null;
      const root = inNameOf(named, head.mint(post).revision);
      const one = inNameOf(named, head.mint(post, { parents: [root.id], title: 'Lời của Trưởng ban' }).revision);
      const two = inNameOf(named, head.mint(post, { parents: [root.id], summary: 'Viết một mình.' }).revision);
      const merged = mergeRevisions(root.revision, one.revision, two.revision).revision;
      if (merged === null) throw new Error('these two do not clash');
      const minted = { id: revisionId(merged), revision: merged };
      const save = head.mutate('post.save', { post, revision: minted.id, base: null });
      const reply = await head.send({ revisions: [root, one, two, minted], mutations: [save] });
      expect(verdictOf(reply, save)).toMatchObject({ outcome: 'refused', code: 'bad_revision' });
    },
  );

  it('is not known of a merge by rules of a later version: what is built on it waits', async () => {
    const post = newId();
    const later = inNameOf(null, head.mint(post).revision);
    const root = { ...later.revision, note: 'merge-2' };
    const next = head.mint(post, { parents: [revisionId(root)] });
    const save = head.mutate('post.save', { post, revision: next.id, base: null });
    const reply = await head.send({ revisions: [{ id: revisionId(root), revision: root }, next], mutations: [save] });
    expect(reply.waiting).toEqual([{ mutation: save.id, missing: [] }]);
  });

  it('keeps nobody from deciding who wrote nothing', async () => {
    const { post, id, mutation } = await author.save();
    const forged = inNameOf(reviewer, author.mint(post, { parents: [id], title: 'Ai viết?' }).revision);
    const next = author.mint(post, { parents: [id, forged.id], title: 'Có tên người khác' });
    const save = author.mutate('post.save', { post, revision: next.id, base: id }, [mutation]);
    const reply = await author.send({ revisions: [forged, next], mutations: [save] });
    expect(verdictOf(reply, save)).toMatchObject({ outcome: 'refused', code: 'bad_revision' });
  });

  it.each(['head', 'lost', 'base'] as const)(
    'is not known any more of a merge that was made from an erased text, which ends there: %s',
    async (which) => {
      const { post, id: base, revision: root, mutation } = await author.save({ title: 'Bài', summary: 'Cũ' });
      const { blocks } = root;
      const won = await author.save({ title: 'Bài sửa', summary: 'Cũ', blocks }, post);
      const lost = author.mint(post, { parents: [base], title: 'Bài', summary: 'Mới', blocks });
      const late = author.mutate('post.save', { post, revision: lost.id, base }, [mutation]);
      await author.send({ revisions: [lost], mutations: [late] });
      const merged = mergeRevisions(root, won.revision, lost.revision).revision;
      if (merged === null) throw new Error('these two do not clash');
      const minted = { id: revisionId(merged), revision: merged };
      const hash = { head: won.id, lost: lost.id, base }[which];
      const body = JSON.stringify({ what: 'revision', hash, isWholePost: false, ground: 'Gia đình yêu cầu.' });
      await head.request(API.erase, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      const save = author.mutate('post.save', { post, revision: minted.id, base: won.id }, [won.mutation]);
      const reply = await author.send({ revisions: [minted], mutations: [save] });
      expect(reply.waiting).toEqual([]);
      expect(verdictOf(reply, save)).toMatchObject({ outcome: 'refused', code: 'erased' });
      // What its author wrote goes on from the head, as their program sends it then.
      if (which === 'lost') return;
      const again = author.mint(post, { parents: [won.id, lost.id], title: 'Bài', summary: 'Mới' });
      const anew = author.mutate('post.save', { post, revision: again.id, base: won.id }, [won.mutation]);
      expect(verdictOf(await author.send({ revisions: [again], mutations: [anew] }), anew).code).toBe('ok');
    },
  );
});
