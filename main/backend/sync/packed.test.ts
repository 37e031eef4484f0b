import { expect, it, onTestFinished } from 'vitest';
import { startBoard } from '../../../portal/testing/index.ts';
import { API, PACKED_TYPE, PROTOCOL } from '../../../shared/sync/index.ts';
import { pack, unpack } from './packed.ts';

/** What each way of turning one bit makes of a packed message: its text, or `null` when it is none any more. */
function texts(packed: Buffer): (string | null)[] {
  return Array.from({ length: packed.length * 8 }, (_, bit) => {
    const turned = Buffer.from(packed);
    turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    try {
      return unpack(turned);
    } catch {
      return null;
    }
  });
}

it('takes no packed message for another one when a bit was turned on the way, from either side', async () => {
  const board = await startBoard({ on: 'sqlite' });
  onTestFinished(() => board.close());
  const author = await board.signIn('author');
  await author.save();
  const request = { protocol: PROTOCOL, cursor: null, revisions: [], mutations: [] };
  const reply = await author.request(API.sync, {
    method: 'POST',
    headers: { 'content-type': PACKED_TYPE },
    body: new Uint8Array(pack(request)),
  });
  for (const packed of [
    pack({ ...request, cursor: { epoch: 'một', number: 12 } }),
    Buffer.from(await reply.arrayBuffer()),
  ]) {
    const text = unpack(packed);
    expect(texts(packed).filter((found) => found !== null && found !== text)).toEqual([]);
  }
});
