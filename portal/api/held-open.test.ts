import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newId } from '../../shared/content/index.ts';
import { API, newKeyPair } from '../../shared/sync/index.ts';
import { type Board, type BoardMember, startBoard } from '../testing/index.ts';

let board: Board;
let head: BoardMember;

beforeEach(async () => {
  board = await startBoard();
  head = await board.signIn('head');
});
afterEach(() => board.close());

/** A request that the portal has let in and whose body is still to come; `end` sends that and gives the reply. */
async function holdOpen(
  { token }: BoardMember,
  path: string,
  body: unknown,
): Promise<{ end(): Promise<{ status: number; code: unknown }> }> {
  const { port } = new URL(board.url);
  const words = Buffer.from(JSON.stringify(body));
  const headers = {
    ...{ authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...{ 'content-length': words.length, expect: '100-continue' },
  };
  const asked = httpRequest({ host: '127.0.0.1', port, path, headers, method: 'POST' });
  asked.flushHeaders();
  await once(asked, 'continue');
  asked.write(words.subarray(0, 1));
  return {
    async end() {
      asked.end(words.subarray(1));
      const [reply] = (await once(asked, 'response')) as [IncomingMessage];
      let told = '';
      for await (const chunk of reply) told += String(chunk);
      return { status: reply.statusCode ?? 0, code: (JSON.parse(told) as { code?: unknown }).code };
    },
  };
}

const ask = (path: string, body: unknown): Promise<Response> =>
  head.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

it('a device that is revoked while its request is still coming makes no new line of itself', async () => {
  const stolen = await board.signIn('head');
  const { id, publicKey } = { id: newId(), ...newKeyPair() };
  const held = await holdOpen(stolen, API.line, { id, publicKey, name: 'Máy lạ', startedFrom: null });
  await ask(API.revoke, { device: stolen.device.id, since: null, reason: 'Mất máy.' });
  expect(await held.end()).toEqual({ status: 403, code: 'device_revoked' });
});

it('a role that is taken away while a request is still coming opens nothing', async () => {
  const roles = (member: BoardMember, ...list: string[]) => ({ person: member.member.id, roles: list, deputies: [] });
  const reviewer = await board.signIn('reviewer');
  await ask(API.members, roles(reviewer, 'reviewer', 'administrator'));
  const held = await holdOpen(reviewer, API.members, roles(reviewer, 'reviewer', 'approver', 'administrator'));
  await ask(API.members, roles(reviewer, 'reviewer'));
  expect(await held.end()).toEqual({ status: 403, code: 'not_administrator' });
});
