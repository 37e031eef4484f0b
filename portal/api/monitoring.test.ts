import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { API } from '../../shared/sync/index.ts';
import { createPortal } from '../index.ts';
import { networkOf } from '../network.ts';
import { type Board, passwordOf, signInMember, startBoard } from '../testing/index.ts';
import { REQUESTS_A_MINUTE } from './limits.ts';

let board: Board;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(() => board.close());

const from = (address: string) => ({ 'x-forwarded-for': address });

describe('an address that asks too much', () => {
  it('is told when to ask again, and no other address pays for it', async () => {
    const ask = (address: string): Promise<Response> =>
      fetch(`${board.url}${API.session}`, { method: 'POST', headers: from(address) });
    for (let count = 0; count < REQUESTS_A_MINUTE.signIn; count += 1)
      expect((await ask('203.0.113.5')).status).toBe(400);
    const refused = await ask('203.0.113.5');
    expect([refused.status, await refused.json()]).toMatchObject([429, { code: 'too_many_requests' }]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask('203.0.113.6')).status).toBe(400);
    expect((await board.get('/', from('203.0.113.5'))).status).toBe(200);
  });

  it('is one with its whole network on IPv6', () => {
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2');
    expect(networkOf('2001:db8::6')).toBe('2001:db8:0:0');
    expect(networkOf('203.0.113.5')).toBe('203.0.113.5');
  });
});

describe('what watches the portal', () => {
  it('is told that it runs and can answer, and its figures by route', async () => {
    for (const path of [API.health, API.ready]) expect(await (await board.get(path)).json()).toEqual({ status: 'ok' });
    await board.get('/bai-viet/mot-bai-0123456789ab');
    const text = await (await board.get(API.metrics)).text();
    expect(text).toMatch(
      /banthao_http_request_seconds_count\{method="GET",route="\/bai-viet\/:address",status="4xx"\} 1/,
    );
    expect(text).toMatch(/banthao_process_resident_bytes \d+/);
    expect(text).not.toContain('mot-bai');
  });
});

describe('the log', () => {
  it('is JSON and keeps no address, name, password, token or query', async () => {
    const lines: string[] = [];
    await board.portal.close();
    const logger = { level: 'info', stream: { write: (line: string) => void lines.push(line) } };
    const { folder, database } = board;
    const portal = await createPortal({ folder, database, now: () => board.clock.time, logger });
    const { url } = await portal.listen({ host: '127.0.0.1', port: 0 });
    const author = await signInMember(url, { account: 'author', password: passwordOf('author') });
    await author.save({ title: 'Tên riêng của học sinh' });
    await fetch(`${url}/?q=Tran-Thi-B`, { headers: { ...from('203.0.113.77'), 'user-agent': 'May-cua-co-Ha' } });
    await fetch(`${url}/bai-viet/%E0%A4%A`);
    await portal.close();
    await board.restart();
    expect(lines.length).toBeGreaterThan(6);
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number) });
    const all = lines.join('');
    for (const word of [
      '203.0.113.77',
      'Tran-Thi-B',
      'author',
      author.token,
      'May-cua-co-Ha',
      'Tên riêng',
      'user-agent',
    ])
      expect([word, all.includes(word)]).toEqual([word, false]);
  });
});
