import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Block, postPath } from '../../shared/content/index.ts';
import { EXAMPLE_FILE } from '../../shared/content/testing.ts';
import { API, siteSettingsReplySchema } from '../../shared/sync/index.ts';
import { formsOf, KeptPages, verifySite } from '../kept/index.ts';
import { readFacts, siteOf } from '../site/index.ts';
import {
  approveThrough,
  type Board,
  type BoardMember,
  type Draft,
  makePicture,
  startBoard,
  upload,
} from '../testing/index.ts';

const ORIGIN = 'https://thcssongtra.example';
let board: Board;
let author: BoardMember;
let reviewer: BoardMember;
let head: BoardMember;
/** An address of every type of page that search engines may list. */
let paths: Readonly<Record<string, string>>;
let album: string;
let english: string;

const PDF = Buffer.from('%PDF-1.7\n');
const gallery = (media: string): Block => ({
  ...{ id: 'g1', type: 'gallery', caption: '' },
  items: [{ id: 'i1', media, alt: 'Sân trường', focus: { x: 30, y: 70 } }],
});

beforeAll(async () => {
  board = await startBoard({ origin: ORIGIN });
  await board.portal.settled();
  [author, reviewer, head] = [await board.signIn('author'), await board.signIn('reviewer'), await board.signIn('head')];
  const { bytes, reference } = await makePicture('teal', [900, 600]);
  await upload(author, bytes, reference.hash);
  const { post, path } = await publish({ title: 'Hội khoẻ', blocks: [gallery(reference.hash)], media: [reference] });
  album = post;
  const { path: page } = await publish({ title: 'Lịch sử', kind: 'page', categories: ['B1'] });
  const open = await publish({ title: 'Sports day', language: 'en', translates: post });
  english = open.post;
  const { settings } = siteSettingsReplySchema.parse(await (await head.request(API.site)).json());
  const about = { ...settings.about, nameEn: 'Song Tra School', slogan: 'Dạy tốt, học tốt' };
  const leader = { name: 'An', office: '', duties: '', phone: '', email: '', isLeader: true, hasAgreed: false };
  await head.request(API.site, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ base: 0, settings: { ...settings, about, people: [leader] } }),
  });
  await board.portal.settled();
  const month = board.clock.time.toISOString().slice(0, 7);
  paths = {
    ...{ home: '/', english: '/en', category: '/chuyen-muc/B3', post: path, page, 'English post': open.path },
    ...{ archive: '/luu-tru', month: `/luu-tru/${month}`, people: '/lanh-dao-can-bo', map: '/so-do' },
    ...{ albums: '/thu-vien-anh', rating: '/danh-gia', search: '/tim-kiem?q=hoi' },
  };
});
afterAll(() => board.close());

async function publish(draft: Draft): Promise<{ post: string; path: string }> {
  board.clock.time = new Date(board.clock.time.getTime() + 60_000);
  const { post, revision } = await author.save(draft);
  await approveThrough({ author, reviewer, head }, post);
  return { post, path: postPath(post, revision.title) };
}
const text = async (path: string): Promise<string> => (await board.get(path)).text();
const onDisk = (file: string): string | null => {
  const path = join(realpathSync(join(board.folder, 'site/current')), file);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
};

describe('every type of page', () => {
  it('tells machines Dublin Core’s six elements, Open Graph, its one address, and data that is no code', async () => {
    for (const [name, path] of Object.entries(paths)) {
      const page = await text(path);
      for (const element of ['creator', 'date', 'description', 'identifier', 'publisher', 'title'])
        expect([
          name,
          element,
          page.match(new RegExp(`<meta name="DC\\.${element}" content="[^"]+">`, 'g'))?.length,
        ]).toEqual([name, element, 1]);
      for (const property of ['type', 'title', 'url', 'site_name'])
        expect([name, property, page.includes(`<meta property="og:${property}" content="`)]).toEqual([
          name,
          property,
          true,
        ]);
      expect([
        name,
        page.match(/<link rel="canonical" href="https:\/\/thcssongtra\.example\/[^"]*">/g)?.length,
      ]).toEqual([name, 1]);
      const data = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(page)?.[1] ?? '';
      expect([name, JSON.parse(data)]).toEqual([name, expect.objectContaining({ '@context': 'https://schema.org' })]);
      expect([name, page.includes('name="robots" content="noindex"')]).toEqual([name, name === 'search']);
    }
  });

  it('is at most 14 KB at first view without pictures, page and style compressed together', async () => {
    const compress = (words: string): number =>
      brotliCompressSync(words, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
    for (const [name, path] of Object.entries(paths)) {
      const page = await text(path);
      const href = /href="(\/assets\/site-[^"]+\.css)"/.exec(page)?.[1] ?? '';
      const style = await board.get(href);
      expect([name, style.status, compress(page) + compress(await style.text()) <= 14 * 1024]).toEqual([
        name,
        200,
        true,
      ]);
    }
  });

  it('is 404 for a page out of range and for a parameter it does not know', async () => {
    for (const [name, path] of Object.entries(paths)) {
      const sign = path.includes('?') ? '&' : '?';
      for (const odd of [`${path}${sign}x=1`, `${path}${sign}trang=9`, `${path}${sign}trang=0`])
        expect([name, odd, (await board.get(odd)).status]).toEqual([name, odd, 404]);
    }
  });

  it('is proven by the look at the whole served site, which finds one that was changed or is gone, in English too', async () => {
    const look = () =>
      board.inStore(async (store) => {
        const unit = { id: 'thcs-song-tra', name: 'Trường THCS Sông Trà', level: 'school' } as const;
        const site = siteOf(unit, await readFacts(store, unit.id), ORIGIN, board.clock.time);
        return (await verifySite(store, board.folder, site))?.findings;
      });
    expect(await look()).toEqual([]);
    const pages = new KeptPages(board.folder);
    const edition = pages.current();
    if (edition === null) throw new Error('no edition');
    pages.add(edition, 'thu-vien-anh', '1.html', await formsOf('bị sửa'));
    const forms = ['', '.br', '.gz', '.zst'];
    for (const form of forms)
      for (const [shelf, name] of [
        ['luu-tru', 'en.html'],
        ['en', 'atom.xml'],
      ] as const)
        rmSync(pages.path(edition, shelf, `${name}${form}`));
    expect((await look())?.map(({ kind, what }) => `${kind} ${what}`).sort()).toEqual([
      ...forms.map((form) => `changed thu-vien-anh/1.html${form}`),
      ...['missing /en/atom.xml', 'missing /en/luu-tru'],
    ]);
    pages.retire();
    await board.restart();
    await board.portal.settled();
    expect(await look()).toEqual([]);
  });
});

describe('a post with translations', () => {
  it('names each of them to search engines and to readers, as long as they are live', async () => {
    const [from, to] = [paths.post ?? '', paths['English post'] ?? ''];
    for (const path of [from, to])
      for (const [language, address] of [
        ['vi', from],
        ['en', to],
      ])
        expect([
          path,
          (await text(path)).includes(`<link rel="alternate" hreflang="${language}" href="${ORIGIN}${address}">`),
        ]).toEqual([path, true]);
    expect(await text(from)).toContain(`<a href="${to}" lang="en" hreflang="en">English: Sports day</a>`);
    await head.act('post.withdraw', english, { reason: 'wrong_content', explanation: '' });
    expect(await text(from)).not.toContain('hreflang="en" href="https://thcssongtra.example/bai-viet');
  });
});

describe('the pages of pictures and of files', () => {
  it('show nothing of a text that was erased, and no file of the kept pages has it any more', async () => {
    const { bytes, reference } = await makePicture('olive', [900, 600]);
    await upload(author, bytes, reference.hash);
    const secret = await publish({ title: 'Trại hè kín', blocks: [gallery(reference.hash)], media: [reference] });
    expect(onDisk('thu-vien-anh/1.html')).toContain('Trại hè kín');
    await author.pull();
    const hash = author.status(secret.post).live;
    await head.request(API.erase, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ what: 'revision', hash, isWholePost: true, ground: 'Phụ huynh rút lại đồng ý.' }),
    });
    expect(await text('/thu-vien-anh')).not.toContain('Trại hè kín');
    expect(onDisk('thu-vien-anh/1.html')).toContain(paths.post);
    await board.portal.settled();
    const kept = readdirSync(join(board.folder, 'site'), { recursive: true, withFileTypes: true });
    const plain = kept.filter((entry) => entry.isFile() && /\.(html|xml|txt)$/.test(entry.name));
    expect(plain.length).toBeGreaterThan(10);
    for (const { parentPath, name } of plain)
      expect([name, readFileSync(join(parentPath, name), 'utf8').includes('Trại hè kín')]).toEqual([name, false]);
  });

  it('list what live posts hold, from the moment their approver is told until one is withdrawn', async () => {
    expect(onDisk('thu-vien-anh/1.html')).toContain(`<a href="${paths.post}">`);
    expect(await text('/thu-vien-anh')).toContain('class="fx3 fy7"');
    expect((await board.get('/tai-lieu')).status).toBe(404);
    const reference = { ...EXAMPLE_FILE.reference, ...(await uploaded()) };
    const block = { ...EXAMPLE_FILE.block, media: reference.hash };
    const file = await publish({ title: 'Quyết định', blocks: [block as Block], media: [reference] });
    await board.portal.settled();
    const before = realpathSync(join(board.folder, 'site/current/thu-vien-anh'));
    for (const page of [await text('/tai-lieu'), onDisk('tai-lieu/1.html') ?? ''])
      expect(page).toContain(`href="/tep/${reference.hash}.pdf" download="`);
    expect(await text('/')).toContain('<a href="/tai-lieu">');
    await publish({ title: 'Tin không có ảnh' });
    expect(realpathSync(join(board.folder, 'site/current/thu-vien-anh'))).toBe(before);
    await head.act('post.withdraw', file.post, { reason: 'wrong_content', explanation: '' });
    expect((await board.get('/tai-lieu')).status).toBe(404);
    await head.act('post.withdraw', album, { reason: 'wrong_content', explanation: '' });
    expect((await board.get('/thu-vien-anh')).status).toBe(404);
    expect(await text('/')).not.toContain('<a href="/thu-vien-anh">');
  });
});

async function uploaded(): Promise<{ hash: string; bytes: number; mime: 'application/pdf' }> {
  const hash = createHash('sha256').update(PDF).digest('hex');
  await upload(author, PDF, hash, 'application/pdf');
  return { hash, bytes: PDF.length, mime: 'application/pdf' };
}

describe('the question how content readers are', () => {
  const answer = (value: string, headers: Record<string, string> = {}) =>
    fetch(`${board.url}/danh-gia`, {
      ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams({ muc: value }) },
      headers: { 'x-forwarded-for': '203.0.113.7', ...headers },
    });

  it('counts answers by month and keeps nothing else, sets no cookie, and takes none from another site', async () => {
    const reply = await answer('3');
    expect([reply.status, reply.headers.get('location')]).toEqual([303, '/danh-gia/cam-on']);
    expect(reply.headers.get('set-cookie')).toBeNull();
    await answer('1');
    for (const odd of [await answer('4'), await answer('<b>'), await answer('3', { 'sec-fetch-site': 'cross-site' })])
      expect(odd.status).toBe(404);
    expect(await text('/danh-gia')).toContain('Hài lòng: 50% (1)');
    const rows = await board.inStore((store) => store.selectFrom('rating').selectAll().orderBy('value').execute());
    const month = board.clock.time.toISOString().slice(0, 7);
    expect(rows).toEqual([1, 3].map((value) => ({ unit: 'thcs-song-tra', month, value, count: 1 })));
  });

  it('counts no more than forty in an hour from one address, and says nothing of it', async () => {
    for (let index = 0; index < 45; index += 1) expect((await answer('2')).status).toBe(303);
    const { count } = await board.inStore((store) =>
      store.selectFrom('rating').select('count').where('value', '=', 2).executeTakeFirstOrThrow(),
    );
    expect(count).toBeLessThanOrEqual(40);
    expect((await answer('2', { 'x-forwarded-for': '203.0.113.99' })).status).toBe(303);
    const after = await board.inStore((store) =>
      store.selectFrom('rating').select('count').where('value', '=', 2).executeTakeFirstOrThrow(),
    );
    expect(after.count).toBe(count + 1);
  });
});
