import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Block, newId, postPath, publicIdOf, renderArticle } from '../../shared/content/index.ts';
import { mediaFile } from '../media/index.ts';
import {
  approveThrough,
  type Board,
  type BoardMember,
  type Draft,
  makePicture,
  paragraph,
  startBoard,
  upload,
} from '../testing/index.ts';

let board: Board;
let author: BoardMember;
let reviewer: BoardMember;
let head: BoardMember;

beforeAll(async () => {
  board = await startBoard();
  author = await board.signIn('author');
  reviewer = await board.signIn('reviewer');
  head = await board.signIn('head');
});
afterAll(() => board.close());

async function publish(draft: Draft): Promise<{ post: string; path: string; article: string }> {
  board.clock.time = new Date(board.clock.time.getTime() + 60_000);
  const { post, revision } = await author.save(draft);
  await approveThrough({ author, reviewer, head }, post);
  return { post, path: postPath(post, revision.title), article: renderArticle(revision) };
}
const text = async (path: string): Promise<string> => (await board.get(path)).text();

describe('the public site', () => {
  it('lists the newest news first with covers, and keeps to the categories', async () => {
    const { bytes, reference } = await makePicture('salmon');
    await upload(author, bytes, reference.hash);
    const cover = { media: reference.hash, alt: 'Học sinh trồng cây', focus: { x: 24, y: 70 } };
    const first = await publish({ title: 'Ngày hội trồng cây', categories: ['B3'], cover, media: [reference] });
    const second = await publish({ title: 'Lịch kiểm tra học kỳ', categories: ['B4'] });
    const home = await text('/');
    expect(home.indexOf(second.path)).toBeGreaterThan(0);
    expect(home.indexOf(second.path)).toBeLessThan(home.indexOf(first.path));
    // A small one, with the point that its author named in sight.
    expect(home).toContain(
      `<img class="fx2 fy7" src="/media/${reference.hash}-320.webp" srcset="/media/${reference.hash}-320.webp 320w, `,
    );
    const small = await board.get(`/media/${reference.hash}-320.webp`);
    expect([small.status, small.headers.get('content-type')]).toEqual([200, 'image/webp']);
    expect((await board.get(`/media/${reference.hash}-9.webp`)).status).toBe(404);
    expect((await board.get(`/media/${'c'.repeat(64)}-320.webp`)).status).toBe(404);
    const category = await text('/chuyen-muc/B4');
    expect(category).toContain(second.path);
    expect(category).not.toContain(first.path);
    expect(category).toContain('aria-current="true"');
  });

  it('has pages of 20, and 404 beyond the last and for what is no page or category', async () => {
    for (let count = 0; count < 21; count += 1) await publish({ title: `Tin số ${count}`, categories: ['B5'] });
    const list = await text('/chuyen-muc/B5');
    expect(list.match(/<h2><a /g)).toHaveLength(20);
    expect(list).toContain('href="/chuyen-muc/B5?trang=2"');
    expect((await text('/chuyen-muc/B5?trang=2')).match(/<h2><a /g)).toHaveLength(1);
    for (const path of ['B5?trang=3', 'B5?trang=0', 'B5?trang=x', 'B5?trang=1&trang=2', 'A1', 'khong-co', '%00'])
      expect([path, (await board.get(`/chuyen-muc/${path}`)).status]).toEqual([path, 404]);
  });

  it('knows which post a published one translates, and notes the pages of both as changed by either', async () => {
    const source = await publish({ title: 'Ngày hội đọc sách' });
    const english = await publish({ title: 'Reading day', language: 'en', translates: source.post });
    const published = await board.inStore((store) =>
      store.selectFrom('publication').select(['post', 'translates']).execute(),
    );
    expect(published).toContainEqual({ post: english.post, translates: source.post });
    expect(published).toContainEqual({ post: source.post, translates: null });

    const changes = (): Promise<string[]> =>
      board.inStore(async (store) => {
        const rows = await store.selectFrom('site_change').select('post').orderBy('version').execute();
        return rows.map(({ post }) => post);
      });
    const both = [source.post, english.post].sort();
    for (const down of both) {
      const before = (await changes()).length;
      await head.act('post.withdraw', down, { reason: 'wrong_content', explanation: '' });
      expect((await changes()).slice(before).sort()).toEqual(both);
    }
  });

  it('finds a post by the end of its address and redirects other words to the right ones', async () => {
    const { post, path } = await publish({ title: 'Thực đơn bán trú' });
    for (const words of ['', 'cau-chu-khac-']) {
      const moved = await board.get(`/bai-viet/${words}${publicIdOf(post)}`);
      expect([moved.status, moved.headers.get('location')]).toEqual([301, path]);
    }
    for (const address of [
      publicIdOf(newId()),
      'abc',
      `${path.slice('/bai-viet/'.length)}0`,
      '..%2F..%2Fportal.sqlite3',
    ])
      expect([address, (await board.get(`/bai-viet/${address}`)).status]).toEqual([address, 404]);
  });

  it('keeps words that look like code inert, wherever they stand', async () => {
    const nasty = `"><script>alert(1)</script><img src=x onerror='alert(2)'>`;
    const { bytes, reference } = await makePicture('indigo');
    await upload(author, bytes, reference.hash);
    const blocks: Block[] = [
      paragraph(nasty),
      { id: 'f', type: 'figure', media: reference.hash, alt: nasty, caption: nasty, credit: nasty },
      {
        id: 'l',
        type: 'paragraph',
        children: [{ type: 'link', url: 'javascript:alert(3)', children: [{ type: 'text', text: 'bấm' }] }],
      },
    ];
    const { path, article } = await publish({
      ...{ title: nasty, summary: nasty, byline: nasty, tags: ['<b>'], blocks, categories: ['B3', '"><b>'] },
      ...{ cover: { media: reference.hash, alt: nasty }, media: [{ ...reference, name: nasty }] },
    });
    for (const page of [await text(path), await text('/')]) {
      expect(page).not.toMatch(/<script(?! type="application\/ld\+json">)|<img src=x|href="javascript|<b>/);
      expect(page).toContain('&lt;script&gt;');
    }
    expect(await text(path)).toContain(article);
  });

  it('frames an English post in English, under the unit’s own name', async () => {
    const { path } = await publish({ title: 'Open day', language: 'en' });
    const page = await text(path);
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('Skip to main content');
    expect(page).toContain('<span class="name" lang="vi">Trường THCS Sông Trà</span>');
  });

  it('names on every page who answers for it', async () => {
    for (const path of ['/', '/chuyen-muc/B3', '/khong-co']) {
      const page = await text(path);
      for (const line of [
        'Số 00 đường Ven Sông',
        'tel:02550000000',
        'mailto:lienhe@thcssongtra.example',
        'Hiệu trưởng',
      ])
        expect(page).toContain(line);
    }
  });

  it('answers 304 to a reader who has the page, and lets its style be kept for ever', async () => {
    const first = await board.get('/');
    const tag = first.headers.get('etag') ?? '';
    expect((await board.get('/', { 'if-none-match': tag })).status).toBe(304);
    const style = /href="(\/assets\/site-[0-9a-f]{12}\.css)"/.exec(await first.text())?.[1] ?? '';
    const reply = await board.get(style);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
    expect(reply.headers.get('cache-control')).toContain('immutable');
  });

  it('says that it has a problem, and not which, when a file is gone', async () => {
    const { bytes, reference } = await makePicture('khaki');
    await upload(author, bytes, reference.hash);
    await publish({ title: 'Ảnh mất', cover: { media: reference.hash, alt: 'Ảnh' }, media: [reference] });
    rmSync(mediaFile(board.folder, reference.hash));
    const reply = await board.get(`/media/${reference.hash}.webp`);
    const page = await reply.text();
    expect([reply.status, reply.headers.get('cache-control')]).toEqual([500, 'no-store']);
    expect(page).toContain('Trang tạm thời gặp lỗi');
    expect(page).not.toContain(board.folder);
  });

  it('has no script, no style of its own in the page and nothing from elsewhere', async () => {
    // Names that no browser loads: Dublin Core's own words, the page's own address, data that is no code.
    const page = (await text('/')).replace(
      /<link rel="(schema\.DC|canonical)" [^>]*>|<script type="application\/ld\+json">/g,
      '',
    );
    expect(page).not.toMatch(/<script|<style| style=|(src|href)="(https?:)?\/\//);
  });
});
