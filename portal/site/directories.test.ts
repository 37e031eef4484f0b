import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postPath } from '../../shared/content/index.ts';
import {
  approveThrough,
  type Board,
  type BoardMember,
  copyPublished,
  type Draft,
  paragraph,
  startBoard,
} from '../testing/index.ts';

let board: Board;
let [author, reviewer, head]: (BoardMember | undefined)[] = [];
const paths: Record<string, string> = {};

async function publish(name: string, draft: Draft): Promise<string> {
  if (!author || !reviewer || !head) throw new Error('nobody is signed in');
  board.clock.time = new Date(board.clock.time.getTime() + 60_000);
  const { post, revision } = await author.save(draft);
  await approveThrough({ author, reviewer, head }, post);
  paths[name] = postPath(post, revision.title);
  return post;
}

beforeAll(async () => {
  board = await startBoard();
  [author, reviewer, head] = [await board.signIn('author'), await board.signIn('reviewer'), await board.signIn('head')];
  board.clock.time = new Date('2026-10-31T16:30:00.000Z');
  await publish('dam', { title: 'Đầm sen mùa hạ', summary: 'Ảnh đẹp.', categories: ['B3'] });
  // Half past midnight in Vietnam: November already.
  board.clock.time = new Date('2026-10-31T17:30:00.000Z');
  await publish('dam2', { title: 'Dam me doc sach', categories: ['B4'], blocks: [paragraph('Thư viện mở cửa.')] });
  const nasty = `</script><script>alert(1)</script>`;
  await publish('nasty', { title: nasty, summary: `"><b>`, blocks: [paragraph('Sân trường & vườn rau <xanh>.')] });
});
afterAll(() => board.close());

const text = async (path: string): Promise<string> => (await board.get(path)).text();
const find = async (query: string): Promise<string[]> => {
  const page = await text(`/tim-kiem?q=${encodeURIComponent(query)}`);
  return [...page.matchAll(/<h2><a href="([^"]+)"/g)].map((found) => found[1] ?? '');
};

describe('the search', () => {
  it('takes đ for d and leaves marks aside, and puts first what is written as it was typed', async () => {
    expect(await find('dam')).toEqual([paths.dam2, paths.dam]);
    expect(await find('đầm')).toEqual([paths.dam, paths.dam2]);
    expect(await find('DAM SEN')).toEqual([paths.dam]);
    expect(await find('thu vien')).toEqual([paths.dam2]);
    expect(await find('ầm')).toEqual([]);
    expect(await find('%')).toEqual([]);
  });

  it('shows a piece of the text with what was found, and keeps code inert', async () => {
    const page = await text('/tim-kiem?q=vuon+rau');
    expect(page).toContain('Sân trường &amp; <mark>vườn</mark> <mark>rau</mark> &lt;xanh&gt;.');
    const reflected = await text(`/tim-kiem?q=${encodeURIComponent('"><script>')}`);
    expect(reflected).not.toContain('<script>');
    expect(reflected).toContain('value="&quot;&gt;&lt;script&gt;"');
    expect(/<title>([^<]*)/.exec(reflected)?.[1]).toBe('Tìm kiếm – Trường THCS Sông Trà');
    expect(reflected).toContain('<meta name="robots" content="noindex">');
  });

  it('takes whatever is typed or linked, signs that no database can store too', async () => {
    expect(await find('dam\0')).toEqual([paths.dam2, paths.dam]);
    expect(await find('\0\u202e')).toEqual([]);
    expect(await find('\\')).toEqual([]);
    for (const path of ['/tin%00tuc', '/?p=1&x=%00', '/so-do?%00', '/bai-viet/%00', '/luu-tru/%00', '/x%ff'])
      expect([path, (await board.get(path)).status]).toEqual([path, path === '/x%ff' ? 400 : 404]);
  });

  it('finds nothing of a page that was replaced or withdrawn', async () => {
    const post = await publish('gone', { title: 'Bài sẽ gỡ xuống' });
    expect(await find('se go xuong')).toHaveLength(1);
    await head?.act('post.withdraw', post, { reason: 'wrong_content', explanation: '' });
    expect(await find('se go xuong')).toEqual([]);
    for (const path of ['/sitemap-2026-11.xml', '/atom.xml', '/luu-tru/2026-11'])
      expect(await text(path)).not.toContain(paths.gone);
  });
});

describe('what helps to find a page', () => {
  it('lists by month in Vietnam, and knows no month without posts', async () => {
    expect(await text('/luu-tru')).toMatch(
      /2026-11">Tháng 11 năm 2026<\/a> \(2\)[\s\S]*2026-10">Tháng 10 năm 2026<\/a> \(1\)/,
    );
    expect(await text('/luu-tru/2026-10')).toContain(paths.dam);
    for (const month of ['2026-09', '2026-13', 'x']) expect((await board.get(`/luu-tru/${month}`)).status).toBe(404);
  });

  it('gives feeds, a sitemap and robots their absolute addresses', async () => {
    const feed = await board.get('/chuyen-muc/B4/atom.xml');
    expect(feed.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const [words, all] = [await feed.text(), await text('/atom.xml')];
    expect(words).toContain(`<link href="${board.url}${paths.dam2}"/>`);
    expect(words).not.toContain(`${paths.dam}"`);
    expect(all.match(/<entry /g)).toHaveLength(3);
    const index = await text('/sitemap.xml');
    for (const map of ['trang', '2026-10', '2026-11'])
      expect(index).toContain(`<loc>${board.url}/sitemap-${map}.xml</loc>`);
    expect(await text('/sitemap-2026-10.xml')).toContain(`<loc>${board.url}${paths.dam}</loc>`);
    expect(await text('/sitemap-2026-11.xml')).not.toContain(`${paths.dam}<`);
    expect(await text('/sitemap-trang.xml')).toContain(`<loc>${board.url}/chuyen-muc/B4</loc>`);
    for (const map of ['2026-09', '2026-13', 'x']) expect((await board.get(`/sitemap-${map}.xml`)).status).toBe(404);
    expect(await text('/robots.txt')).toContain(`Sitemap: ${board.url}/sitemap.xml`);
    expect(await text('/so-do')).toContain('href="/chuyen-muc/B4"');
  });

  it('is 404 for a parameter that a page does not know, and drops what a social network hung on a link', async () => {
    for (const path of ['/?x=1', '/luu-tru?trang=1', `${paths.dam}?q=1`, '/tim-kiem?q=a&q=b', '/sitemap.xml?a'])
      expect([path, (await board.get(path)).status]).toEqual([path, 404]);
    for (const [path, to] of [
      [`${paths.dam}?fbclid=abc&utm_source=fb`, paths.dam],
      ['//evil.example?fbclid=1', null],
      ['/?trang=1&zarsrc=30', '/?trang=1'],
    ] as const) {
      const reply = await board.get(path);
      if (to === null) expect(reply.headers.get('location') ?? '/').not.toMatch(/^\/\//);
      else expect([reply.status, reply.headers.get('location')]).toEqual([301, to]);
    }
  });
});

describe('what machines read of a post', () => {
  it('is the six elements of Dublin Core, Open Graph, and data that cannot become code', async () => {
    const page = await text(paths.dam ?? '');
    for (const name of ['creator', 'date', 'description', 'identifier', 'publisher', 'title'])
      expect(page).toMatch(new RegExp(`<meta name="DC\\.${name}" content="[^"]+">`));
    expect(page).toContain(`<meta property="og:url" content="${board.url}${paths.dam}">`);
    const blocks = [...(await text(paths.nasty ?? '')).matchAll(/<script type="([^"]*)">([^<]*)<\/script>/g)];
    expect(blocks.map((block) => block[1])).toEqual(['application/ld+json']);
    expect(JSON.parse(blocks[0]?.[2] ?? '')).toMatchObject({ headline: '</script><script>alert(1)</script>' });
  });
});

describe('a search that finds much', () => {
  it('turns pages of 20, without the query in a title, and knows no page beyond the last', async () => {
    const post = await publish('many', { title: 'Nhiều kết quả' });
    const at = '2026-09-10T00:00:00.000Z';
    await board.inStore((store) =>
      copyPublished(store, post, 22, (index) => ({ title: `Nhiều ${index}`, at, categories: ['B2'] })),
    );
    expect(await find('nhieu ket qua')).toHaveLength(20);
    const first = await text('/tim-kiem?q=nhieu+ket+qua');
    expect(first).toContain('href="/tim-kiem?q=nhieu+ket+qua&amp;trang=2"');
    expect((await text('/tim-kiem?q=nhieu+ket+qua&trang=2')).match(/<h2><a /g)).toHaveLength(3);
    expect((await board.get('/tim-kiem?q=nhieu+ket+qua&trang=3')).status).toBe(404);
  });
});
