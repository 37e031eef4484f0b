import { join } from 'node:path';
import { expect, it } from 'vitest';
import { textOfBlocks } from '../../../shared/content/index.ts';
import type { Verdict } from '../../../shared/sync/index.ts';
import { openMediaShelf } from '../media/index.ts';
import { addRevision, createPost, enqueue, mint, readRevision, secondHeadsOf, writeDraft } from '../posts/index.ts';
import { openTestDesk } from '../testing/folder.ts';
import { applyReply } from './apply.ts';
import { nextRequest } from './request.ts';

it('keeps each of two lines of texts that lose a race at once: neither holds the words of the other', () => {
  const { desk, folder } = openTestDesk();
  const shelf = openMediaShelf(desk.db, join(folder, 'media'));
  const receivedAt = '2026-11-23T02:00:00.000Z';
  const take = (verdicts: readonly Verdict[]) =>
    applyReply(
      desk,
      shelf,
      {
        ...{ now: receivedAt, waiting: [], wantedMedia: [], changes: [], more: false },
        ...{ verdicts: [...verdicts], cursor: { epoch: 'e', number: 9 } },
      },
      (title) => title,
    );
  const accepted = (mutation: string, number: number): Verdict => ({
    ...{ mutation, outcome: 'accepted', code: 'ok', receivedAt, number, contributors: [] },
  });
  const lost = (mutation: string): Verdict => ({ mutation, outcome: 'refused', code: 'head_moved', receivedAt });
  const paragraph = (text: string) => ({
    ...{ id: 'a', type: 'paragraph' as const, children: [{ type: 'text' as const, text }] },
  });

  const post = createPost(desk);
  writeDraft(desk, { post, fields: { title: 'Bài' }, order: ['a'], blocks: [paragraph('gốc')] });
  const base = mint(desk, post) ?? '';
  const first = nextRequest(desk).mutations[0]?.id ?? '';
  take([accepted(first, 1)]);
  const text = readRevision(desk.db, base);
  if (text === null) throw new Error('no text');
  const save = (words: string): string => {
    const revision = addRevision(desk.db, { ...text, parents: [base], blocks: [paragraph(words)] });
    return enqueue(desk, post, 'post.save', { post, revision, base }, [first]);
  };
  const [won, one, two] = [save('thắng'), save('thua một'), save('thua hai')];
  take([accepted(won, 2), lost(one), lost(two)]);

  const kept = secondHeadsOf(desk.db, post).map(({ revision }) => readRevision(desk.db, revision)?.blocks ?? []);
  expect(kept.map(textOfBlocks)).toEqual(['thua một', 'thua hai']);
});
