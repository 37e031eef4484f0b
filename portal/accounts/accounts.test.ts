import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../shared/content/index.ts';
import { API, newKeyPair } from '../../shared/sync/index.ts';
import { openStore } from '../store/index.ts';
import { type Board, passwordOf, signInMember, startBoard } from '../testing/index.ts';

let board: Board;
beforeEach(async () => {
  board = await startBoard();
});
afterEach(() => board.close());

const device = () => ({ id: newId(), ...newKeyPair() });

describe('signing in', () => {
  it('gives a token, the member and the portal for the right password', async () => {
    const author = await board.signIn('author');
    expect(author.member).toMatchObject({ name: 'Trần Thu Hà', roles: ['author'] });
    expect(author.portal).toMatchObject({ portal: board.portal.id, unit: { id: 'thcs-song-tra' } });
    expect((await author.pull()).more).toBe(false);
  });

  it('takes an account in any case and a password typed in decomposed letters', async () => {
    const typed = { account: ' AUTHOR ', password: passwordOf('author').normalize('NFD') };
    expect((await signInMember(board.url, typed)).member.name).toBe('Trần Thu Hà');
  });

  it('says the same for a wrong password and for an account that does not exist', async () => {
    for (const account of ['author', 'nobody'])
      await expect(signInMember(board.url, { account, password: 'sai' })).rejects.toMatchObject({
        status: 401,
        code: 'wrong_password',
      });
  });

  it('stops guessing at an account from one address, and lets its owner in from another', async () => {
    const attempt = (password: string, from: string): Promise<Response> =>
      fetch(`${board.url}${API.session}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
        body: JSON.stringify({
          account: 'author',
          password,
          device: { id: newId(), publicKey: newKeyPair().publicKey, name: '' },
        }),
      });
    for (let count = 0; count < 10; count += 1) expect((await attempt('sai', '203.0.113.9')).status).toBe(401);
    expect((await attempt(passwordOf('author'), '203.0.113.9')).status).toBe(429);
    expect((await attempt(passwordOf('author'), '198.51.100.7')).status).toBe(200);
    board.clock.time = new Date(board.clock.time.getTime() + 16 * 60_000);
    expect((await attempt(passwordOf('author'), '203.0.113.9')).status).toBe(200);
  });

  it('knows a device again, and refuses its id to another key or person', async () => {
    const mine = device();
    const author = { account: 'author', password: passwordOf('author') };
    await signInMember(board.url, author, mine);
    await signInMember(board.url, author, mine);
    const taken = { status: 409, code: 'device_taken' };
    await expect(signInMember(board.url, author, { ...device(), id: mine.id })).rejects.toMatchObject(taken);
    const other = { account: 'other', password: passwordOf('other') };
    await expect(signInMember(board.url, other, mine)).rejects.toMatchObject(taken);
  });

  it('ends with its device, which cannot sign in again either', async () => {
    const mine = device();
    const author = await signInMember(board.url, { account: 'author', password: passwordOf('author') }, mine);
    await board.portal.close();
    const store = await openStore(board.folder, board.database);
    await store
      .updateTable('device')
      .set({ revoked_at: board.clock.time.toISOString() })
      .where('id', '=', mine.id)
      .execute();
    await store.destroy();
    await board.restart();
    const revoked = { status: 403, code: 'device_revoked' };
    await expect(author.pull()).rejects.toMatchObject(revoked);
    await expect(
      signInMember(board.url, { account: 'author', password: passwordOf('author') }, mine),
    ).rejects.toMatchObject(revoked);
  });

  it('ends with the person’s place in the board, whatever they ask for', async () => {
    const author = await board.signIn('author');
    const carried = author.mint(newId());
    await board.inStore((store) => store.deleteFrom('membership').where('person', '=', author.member.id).execute());
    await expect(author.pull()).rejects.toMatchObject({ status: 401, code: 'signed_out' });
    await expect(author.request(`${API.media}/${'a'.repeat(64)}`)).rejects.toMatchObject({ code: 'signed_out' });
    await expect(author.registerKey()).rejects.toMatchObject({ code: 'signed_out' });
    await expect(board.signIn('author')).rejects.toMatchObject({ status: 403, code: 'forbidden' });
    const save = author.mutate('post.save', { post: carried.revision.post, revision: carried.id, base: null });
    const other = await board.signIn('other');
    expect((await other.send({ revisions: [carried], mutations: [save] })).verdicts).toMatchObject([
      { outcome: 'refused', code: 'wrong_role' },
    ]);
  });

  it('leaves neither password nor token in the store', async () => {
    const author = await board.signIn('author');
    await board.portal.close();
    const store = await openStore(board.folder, board.database);
    const kept = JSON.stringify([
      await store.selectFrom('account').selectAll().execute(),
      await store.selectFrom('session').selectAll().execute(),
      await store.selectFrom('login').selectAll().execute(),
    ]);
    await store.destroy();
    await board.restart();
    expect(kept).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    for (const secret of [author.token, author.renewal, passwordOf('author')]) expect(kept).not.toContain(secret);
  });

  it('names another protocol as such, and refuses a malformed request', async () => {
    const author = await board.signIn('author');
    const send = (body: unknown): Promise<Response> =>
      author.request(API.sync, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    await expect(send({ protocol: 2, anything: 'new' })).rejects.toMatchObject({ code: 'protocol_mismatch' });
    await expect(send({ protocol: 1 })).rejects.toMatchObject({ status: 400, code: 'bad_request' });
    await expect(send({ padding: 'x'.repeat(9_000_000) })).rejects.toMatchObject({ status: 413, code: 'too_large' });
  });
});
