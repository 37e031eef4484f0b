import { expect, it, onTestFinished } from 'vitest';
import { canonicalJson } from '../../shared/content/index.ts';
import { startBoard } from '../testing/index.ts';
import { PLAIN_READER, readBeginning, readPage } from './index.ts';

it('gives a new computer the person’s own posts and the newest of all first, and says truly how much is to come', async () => {
  const board = await startBoard();
  onTestFinished(() => board.close());
  const [author, other] = [await board.signIn('author'), await board.signIn('other')];
  const mine = await author.save({ title: 'Nháp cũ của tôi' });
  const posts: string[] = [];
  const bytes = [canonicalJson(mine.revision).length];
  for (let count = 0; count < 62; count += 1) {
    const { post, revision } = await other.save({ title: `Bài ${count}` });
    await other.act('post.submit', post);
    posts.push(post);
    bytes.push(canonicalJson(revision).length);
  }
  await board.inStore(async (store) => {
    const caller = { unit: author.portal.unit.id, person: author.member.id, device: author.device.id };
    const beginning = await readBeginning(store, caller, PLAIN_READER, 0);
    expect(beginning.characters).toBe(bytes.reduce((sum, one) => sum + one, 0));
    const named = beginning.recent.flatMap((change) => ('post' in change ? [change.post] : []));
    expect([...new Set(named)]).toEqual([mine.post, ...posts.toReversed().slice(0, 60)]);
    expect(beginning.recent.slice(0, 4).map(({ kind }) => kind)).toEqual(['member', 'member', 'member', 'member']);
    // Each line is the one that comes again in its place.
    const { changes } = await readPage(store, caller, null, PLAIN_READER, 50_000_000);
    for (const change of beginning.recent) expect(changes).toContainEqual(change);
    // Where all comes in a few requests anyway, nothing is sent twice.
    expect((await readBeginning(store, caller, PLAIN_READER)).recent).toEqual([]);
  });
}, 60_000);
