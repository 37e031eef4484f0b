import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../shared/content/index.ts';
import { API, newKeyPair, startLineReplySchema } from '../../shared/sync/index.ts';
import { type Board, type BoardMember, passwordOf, signInMember, startBoard } from '../testing/index.ts';

let board: Board;
let author: BoardMember;
beforeEach(async () => {
  board = await startBoard();
  author = await board.signIn('author');
});
afterEach(() => board.close());

const HOUR = 3_600_000;
const later = (ms: number): void => {
  board.clock.time = new Date(board.clock.time.getTime() + ms);
};
/** Asks with a token as it is. */
const statusWith = async (token: string): Promise<number> =>
  (await fetch(`${board.url}${API.devices}`, { headers: { authorization: `Bearer ${token}` } })).status;
const signedOut = { status: 401, code: 'signed_out' };

describe('a sign-in', () => {
  it('lasts an hour by its token and is renewed by its device, ninety days from the password on', async () => {
    later(HOUR - 1_000);
    expect(await statusWith(author.token)).toBe(200);
    later(1_000);
    expect(await statusWith(author.token)).toBe(401);
    await author.renew();
    await author.pull();
    later(89 * 24 * HOUR);
    await author.renew();
    await author.pull();
    later(24 * HOUR);
    await expect(author.renew()).rejects.toMatchObject(signedOut);
  });

  it('leaves the older token good to its own end, so that what is under way goes through', async () => {
    const old = author.token;
    later(HOUR / 2);
    await author.renew();
    expect(await statusWith(old)).toBe(200);
    later(HOUR / 2);
    expect(await statusWith(old)).toBe(401);
    await author.pull();
  });

  it('is renewed again with the same secret when the reply was lost, but not once the next one was used', async () => {
    const first = author.renewal;
    await author.renew();
    await author.renew(first);
    await author.renew();
    await expect(author.renew(first)).rejects.toMatchObject(signedOut);
    // Whoever holds the newest goes on.
    await author.renew();
    await author.pull();
  });

  it('is renewed by nobody without the device’s key, and not for another device', async () => {
    await expect(author.renew(author.renewal, newKeyPair().secretKey)).rejects.toMatchObject(signedOut);
    const other = await board.signIn('author');
    await expect(author.renew(other.renewal)).rejects.toMatchObject(signedOut);
    await expect(author.renew('A'.repeat(43))).rejects.toMatchObject(signedOut);
    await author.renew();
  });

  it('gives one pass to one of two requests that come at once, and the loser its own next', async () => {
    const secret = author.renewal;
    await Promise.all([author.renew(secret), author.renew(secret)]);
    await author.pull();
  });

  it('is over for a device that is signed in anew', async () => {
    const again = await signInMember(board.url, { account: 'author', password: passwordOf('author') }, author.device);
    await expect(author.pull()).rejects.toMatchObject(signedOut);
    await expect(author.renew()).rejects.toMatchObject(signedOut);
    await again.pull();
  });

  it('ends at once with a revocation and with the place in the board', async () => {
    const head = await board.signIn('head');
    const body = JSON.stringify({ device: author.device.id, since: null, reason: 'Mất máy' });
    await head.request(API.revoke, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    await expect(author.renew()).rejects.toMatchObject({ status: 403, code: 'device_revoked' });
    const other = await board.signIn('other');
    await board.inStore((store) => store.deleteFrom('membership').where('person', '=', other.member.id).execute());
    await expect(other.renew()).rejects.toMatchObject(signedOut);
  });

  it('goes over to a line that is started from it, and not past its own end', async () => {
    const line = { id: newId(), ...newKeyPair() };
    const body = { id: line.id, publicKey: line.publicKey, name: 'Máy chép', startedFrom: author.device.id };
    later(89 * 24 * HOUR);
    await author.renew();
    const reply = await author.request(API.line, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(startLineReplySchema.parse(await reply.json()).seconds).toBe(3_600);
    const ends = await board.inStore((store) => store.selectFrom('login').select(['device', 'ends_at']).execute());
    const [own, started] = [author.device.id, line.id].map((id) => ends.find(({ device }) => device === id)?.ends_at);
    expect(started).toBe(own);
  });
});
