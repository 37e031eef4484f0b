import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { API } from '../../shared/sync/index.ts';
import { type Board, PEOPLE, type PersonKey, startBoard } from '../testing/index.ts';
import { createServer } from './index.ts';

let board: Board;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(() => board.close());

describe('a stranger', () => {
  it('gets 401 from every route that is not open, with no token and with a made-up one', async () => {
    const closed = board.portal.routes.filter(({ access }) => access !== 'anyone' && access !== 'operator');
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
        API.renew,
        API.update,
        API.health,
        API.ready,
        API.openapi,
        '/',
        '/assets/:file',
        '/assets/icon-HASH.svg',
        '/assets/site-HASH.css',
        '/bai-viet/:address',
        '/chuyen-muc/:code',
        '/chuyen-muc/:code/atom.xml',
        '/atom.xml',
        '/danh-gia',
        '/danh-gia/cam-on',
        '/en',
        '/en/atom.xml',
        '/en/chuyen-muc/:code',
        '/en/chuyen-muc/:code/atom.xml',
        '/en/luu-tru',
        '/en/luu-tru/:month',
        '/en/tim-kiem',
        '/lanh-dao-can-bo',
        '/luu-tru',
        '/luu-tru/:month',
        '/robots.txt',
        '/sitemap-:month(^\\d{4}-\\d{2}).xml',
        '/sitemap-trang.xml',
        '/sitemap.xml',
        '/tai-lieu',
        '/thu-vien-anh',
        '/so-do',
        '/tep/:file',
        '/tim-kiem',
        '/media/:file',
      ].sort(),
    );
    expect(open.filter((route) => !['GET', 'HEAD'].includes(route.method))).toEqual([
      { method: 'POST', url: API.session, access: 'anyone' },
      { method: 'POST', url: API.renew, access: 'anyone' },
      { method: 'POST', url: '/danh-gia', access: 'anyone' },
    ]);
  });

  it('finds nothing where only the machine itself may look', async () => {
    const own = board.portal.routes.filter((route) => route.access === 'operator');
    expect(own.map((route) => `${route.method} ${route.url}`).sort()).toEqual([
      `GET ${API.metrics}`,
      `HEAD ${API.metrics}`,
    ]);
    const reply = await board.get(API.metrics, { 'x-forwarded-for': '203.0.113.9' });
    expect([reply.status, await reply.json()]).toMatchObject([404, { code: 'not_found' }]);
    expect((await board.get(API.metrics)).status).toBe(200);
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

describe('a member of any role', () => {
  it('is let in to every route for members, to those of an administrator as their roles say, and to none that is the machine’s own', async () => {
    for (const key of Object.keys(PEOPLE) as PersonKey[]) {
      const { token } = await board.signIn(key);
      for (const { method, url, access } of board.portal.routes) {
        if (access === 'anyone') continue;
        const headers = { authorization: `Bearer ${token}`, 'x-forwarded-for': '203.0.113.9' };
        const { status } = await fetch(`${board.url}${url}`, { method, headers });
        // Asked for nothing in particular, a route that lets them in finds fault with the question.
        if (access === 'administrator' || access === 'site_keeper')
          expect([key, method, url, status === 403]).toEqual([key, method, url, key !== 'head']);
        else if (access === 'member')
          expect([key, method, url, [401, 403].includes(status)]).toEqual([key, method, url, false]);
        else expect([key, method, url, status]).toEqual([key, method, url, 404]);
      }
    }
  });
});

it('is not opened by a route that forgets to say who may call it', async () => {
  const store = {} as Parameters<typeof createServer>[0]['store'];
  const { app } = await createServer({
    ...{ store, now: () => new Date(), logger: false as const, failedPage: () => '', unitOf: () => null },
    answerFirst: (_request, _response, otherwise) => otherwise(),
  });
  expect(() => app.get('/forgotten', async () => 'open')).toThrow('/forgotten');
  await app.close();
});

function askAs(method: string, url: string, token: string | null): Promise<Response> {
  return fetch(`${board.url}${url}`, {
    method,
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
  });
}
