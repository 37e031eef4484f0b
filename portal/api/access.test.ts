import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { API } from '../../shared/sync/index.ts';
import { type Board, startBoard } from '../testing/index.ts';

let board: Board;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(() => board.close());

describe('a stranger', () => {
  it('gets 401 from every route that is not open, with no token and with a made-up one', async () => {
    const closed = board.portal.routes.filter((route) => route.access !== 'anyone');
    expect(closed.length).toBeGreaterThan(8);
    for (const { method, url } of closed)
      for (const token of [null, 'A'.repeat(43)]) {
        const reply = await askAs(method, url, token);
        expect([method, url, reply.status]).toEqual([method, url, 401]);
        if (method !== 'HEAD') expect(await reply.json()).toMatchObject({ code: 'signed_out', status: 401 });
      }
  });

  it('may call only what is listed here', () => {
    const open = board.portal.routes.filter((route) => route.access === 'anyone');
    expect([...new Set(open.map((route) => route.url.replace(/-[0-9a-f]{12}\./, '-HASH.')))].sort()).toEqual(
      [
        API.info,
        API.session,
        API.update,
        '/',
        '/assets/icon-HASH.svg',
        '/assets/site-HASH.css',
        '/bai-viet/:address',
        '/chuyen-muc/:code',
        '/media/:file',
      ].sort(),
    );
    expect(open.filter((route) => !['GET', 'HEAD'].includes(route.method))).toEqual([
      { method: 'POST', url: API.session, access: 'anyone' },
    ]);
  });

  it('may read who the portal is', async () => {
    expect(await (await board.get(API.info)).json()).toMatchObject({ product: 'ban-thao', portal: board.portal.id });
  });

  it('gets a problem in JSON for an unknown path of the API, and a page for any other', async () => {
    const api = await board.get('/api/v1/nothing');
    expect([api.status, api.headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8']);
    const page = await board.get('/nothing');
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  });

  it('is kept from scripts and frames by headers on every kind of reply', async () => {
    for (const path of ['/', '/nothing', API.info, API.sync, API.uploads]) {
      const { headers } = await board.get(path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });
});

function askAs(method: string, url: string, token: string | null): Promise<Response> {
  return fetch(`${board.url}${url}`, {
    method,
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
  });
}
