import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { SyncReply } from '../../../shared/sync/index.ts';
import { countSealed, noteSealed } from '../carried/index.ts';
import { openMediaShelf } from '../media/index.ts';
import { act, createPost, mint, openPost, writeDraft } from '../posts/index.ts';
import { openTestDesk } from '../testing/folder.ts';
import { applyReply } from './apply.ts';
import { nextRequest } from './request.ts';

const NOTHING: Omit<SyncReply, 'verdicts' | 'changes'> = {
  ...{ now: '2026-11-23T02:00:00.000Z', waiting: [], wantedMedia: [], more: false },
  cursor: { epoch: 'e', number: 9 },
};
const box = Buffer.alloc(96, 1).toString('base64');

/** A draft of this person that came in a box from another computer of theirs, and that the portal has by now. */
function carriedDraft() {
  const { desk, folder } = openTestDesk();
  const shelf = openMediaShelf(desk.db, join(folder, 'media'));
  const post = createPost(desk);
  writeDraft(desk, { post, fields: { title: 'Viết ở trường' }, order: null, blocks: [] });
  mint(desk, post);
  const { revisions, mutations } = nextRequest(desk);
  const [revision, mutation] = [revisions[0], mutations[0]];
  if (revision === undefined || mutation === undefined) throw new Error('nothing to send');
  desk.db.exec('DELETE FROM mutation');
  noteSealed(desk.db, { mutation: mutation.id, box });
  const told = { person: desk.me().id, post, contributors: [], receivedAt: NOTHING.now };
  const changes = [
    { kind: 'revision', number: 8, post, revision },
    { kind: 'mutation', number: 9, mutation, ...told },
  ] as SyncReply['changes'];
  const take = (reply: Pick<SyncReply, 'verdicts' | 'changes'>) =>
    applyReply(desk, shelf, { ...NOTHING, ...reply }, (title) => title);
  return { desk, mutation, changes, take };
}

it('is done with a box whose draft the feed names: its author was quicker', () => {
  const { desk, changes, take } = carriedDraft();
  take({ verdicts: [], changes });
  expect(countSealed(desk.db)).toBe(0);
});

it('is done with a box that the portal decides after its draft was read from the feed', () => {
  const { desk, mutation, changes, take } = carriedDraft();
  desk.db.exec('DELETE FROM sealed');
  take({ verdicts: [], changes });
  noteSealed(desk.db, { mutation: mutation.id, box });
  const verdict = { mutation: mutation.id, outcome: 'accepted', code: 'ok', receivedAt: NOTHING.now } as const;
  expect(take({ verdicts: [verdict], changes: [] }).settled).toBe(1);
  expect(countSealed(desk.db)).toBe(0);
});

it('lets nobody hand on a post whose words have not come, and says so', () => {
  const { desk, mutation, changes, take } = carriedDraft();
  desk.db.exec('DELETE FROM revision');
  take({ verdicts: [], changes: changes.slice(1) });
  const { post } = mutation.args as { post: string };
  const { actions } = openPost(desk, post);
  expect(actions.find(({ name }) => name === 'submit')).toMatchObject({ allowed: false, code: 'text_missing' });
  const wanted = { post, revision: null, action: 'submit', reason: '', listedReason: null, htmlHash: null } as const;
  expect(() => act(desk, wanted)).toThrow(expect.objectContaining({ params: { reason: 'text_missing' } }));
});
