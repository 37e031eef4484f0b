import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/contract/index.ts';
import { isRenewalSignedBy, newKeyPair } from '../../../shared/sync/index.ts';
import type { Connection } from '../identity/index.ts';
import type { Login } from '../sync/index.ts';
import { openLogin, withPass } from './login.ts';

const keys = newKeyPair();
const DEVICE = '0197a1b2-c3d4-4e5f-8a9b-0c1d2e3f4a5b';
let time: number;
let asked: { device: string; renewal: string; signature: string }[];
let refusal: { status: number; code: string } | null;
let server: Server;
let connection: Connection;
let login: Login;

beforeEach(async () => {
  time = Date.parse('2026-11-20T01:00:00.000Z');
  asked = [];
  refusal = null;
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      asked.push(JSON.parse(body));
      response.writeHead(refusal?.status ?? 200, { 'content-type': 'application/json' });
      const problem = refusal && { type: 'urn:x', title: 'x', ...refusal };
      const pass = { token: `token-${asked.length}-`.padEnd(40, 'x'), seconds: 3_600, renewal: secret(asked.length) };
      response.end(JSON.stringify(problem ?? pass));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const unit = { id: 'u', name: 'Trường', level: 'school' as const };
  const portal = { product: 'ban-thao' as const, protocol: 1, portal: 'p', publicKey: keys.publicKey, unit };
  const bound = { address, portal, member: { id: 'm', name: 'Hà', title: '', roles: [] } };
  const pass = { token: 'token-0-'.padEnd(40, 'x'), seconds: 3_600, renewal: secret(0) };
  connection = withPass(bound, pass, { id: DEVICE, secretKey: keys.secretKey }, new Date(time));
  login = openLogin({
    read: () => connection,
    save: (next) => {
      connection = next;
    },
    now: () => new Date(time),
  });
});
afterEach(() => void server.close());

const secret = (count: number): string => `secret-${count}-`.padEnd(40, 'x');
const used = (): Promise<string> => login.during(async (token) => token.slice(0, 7));
const unknown = (): never => {
  throw new AppError('signed_out');
};

describe('a data folder’s sign-in', () => {
  it('asks for nothing while its hour lasts, and once when it is nearly over', async () => {
    for (let count = 0; count < 100; count += 1) await used();
    expect(asked).toEqual([]);
    time += 56 * 60_000;
    expect(await used()).toBe('token-1');
    for (let count = 0; count < 100; count += 1) await used();
    expect(asked.map(({ renewal }) => renewal)).toEqual([secret(0)]);
    const [first] = asked;
    const words = { portal: 'p', device: DEVICE, renewal: secret(0) };
    expect(isRenewalSignedBy(words, first?.signature ?? '', keys.publicKey)).toBe(true);
  });

  it('is renewed once for many who need it at the same time', async () => {
    time += 56 * 60_000;
    expect(await Promise.all([used(), used(), used()])).toEqual(['token-1', 'token-1', 'token-1']);
    expect(asked).toHaveLength(1);
  });

  it('is renewed when the portal does not know the token, whatever the clock says, and the work is done again', async () => {
    const tried: string[] = [];
    const work = async (token: string): Promise<string> => {
      tried.push(token.slice(0, 7));
      return tried.length === 1 ? unknown() : 'done';
    };
    expect(await login.during(work)).toBe('done');
    expect(tried).toEqual(['token-0', 'token-1']);
  });

  it('is over when the renewal is refused, and says of a revoked device that it is one', async () => {
    refusal = { status: 401, code: 'signed_out' };
    await expect(login.during(async () => unknown())).rejects.toMatchObject({ code: 'signed_out' });
    refusal = { status: 403, code: 'device_revoked' };
    await expect(login.during(async () => unknown())).rejects.toMatchObject({ code: 'device_revoked' });
    login.end();
    await expect(used()).rejects.toMatchObject({ code: 'signed_out' });
    expect(login.token()).toBeNull();
  });

  it('keeps its secret when the portal cannot be reached, and tries with it again', async () => {
    time += 56 * 60_000;
    refusal = { status: 503, code: 'unavailable' };
    await expect(used()).rejects.toMatchObject({ code: 'portal_maintenance' });
    refusal = null;
    expect(await used()).toBe('token-2');
    expect(asked.map(({ renewal }) => renewal)).toEqual([secret(0), secret(0)]);
  });
});
