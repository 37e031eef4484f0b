import { afterEach, beforeEach, expect, it } from 'vitest';
import { newId } from '../../shared/content/index.ts';
import { API, newKeyPair, passSchema } from '../../shared/sync/index.ts';
import { type Board, type BoardMember, passwordOf, startBoard } from '../testing/index.ts';

let board: Board;
let head: BoardMember;

beforeEach(async () => {
  board = await startBoard();
  head = await board.signIn('head');
});
afterEach(() => board.close());

const later = (minutes: number): void => {
  board.clock.time = new Date(board.clock.time.getTime() + minutes * 60_000);
};
const post = (member: Pick<BoardMember, 'request'>, path: string, body: object): Promise<Response> =>
  member.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const register = (member: Pick<BoardMember, 'request'>, more: object = {}): Promise<Response> =>
  post(member, API.key, { id: newId(), publicKey: newKeyPair().publicKey, ...more });

it('is made without more at a sign-in of just now, and later by whoever knows the password alone', async () => {
  later(14);
  expect((await register(head)).status).toBe(200);
  later(2);
  await expect(register(head)).rejects.toMatchObject({ status: 403, code: 'password_needed' });
  await expect(register(head, { password: 'đoán mò' })).rejects.toMatchObject({ code: 'wrong_password' });
  expect((await register(head, { password: passwordOf('head') })).status).toBe(200);
  // A renewed sign-in is none of just now.
  later(61);
  await head.renew();
  await expect(register(head)).rejects.toMatchObject({ code: 'password_needed' });
});

it('is no more made under a line that the device starts for it', async () => {
  later(16);
  const line = { id: newId(), ...newKeyPair() };
  const started = await post(head, API.line, {
    id: line.id,
    publicKey: line.publicKey,
    name: 'Máy',
    startedFrom: null,
  });
  const { token } = passSchema.parse(await started.json());
  const reply = await fetch(`${board.url}${API.key}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ id: newId(), publicKey: newKeyPair().publicKey }),
  });
  expect(await reply.json()).toMatchObject({ status: 403, code: 'password_needed' });
});

it('cannot be guessed at through the password', async () => {
  later(16);
  for (let tries = 0; tries < 10; tries += 1)
    await expect(register(head, { password: `lần ${tries}` })).rejects.toMatchObject({ code: 'wrong_password' });
  await expect(register(head, { password: passwordOf('head') })).rejects.toMatchObject({ code: 'too_many_requests' });
});
