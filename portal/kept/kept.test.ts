import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gunzipSync, gzipSync, zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postPath, publicIdOf } from '../../shared/content/index.ts';
import { createPortal } from '../index.ts';
import {
  approveThrough,
  type Board,
  type BoardMember,
  copyPublished,
  type Draft,
  startBoard,
} from '../testing/index.ts';
import { KeptPages } from './edition.ts';
import { formFor } from './forms.ts';

const ORIGIN = 'https://thcssongtra.example';

let board: Board;
let author: BoardMember;
let reviewer: BoardMember;
let head: BoardMember;

beforeAll(async () => {
  board = await startBoard({ origin: ORIGIN });
  await board.portal.settled();
  author = await board.signIn('author');
  reviewer = await board.signIn('reviewer');
  head = await board.signIn('head');
});
afterAll(() => board.close());

async function publish(draft: Draft): Promise<{ post: string; path: string }> {
  board.clock.time = new Date(board.clock.time.getTime() + 60_000);
  const { post, revision } = await author.save(draft);
  await approveThrough({ author, reviewer, head }, post);
  return { post, path: postPath(post, revision.title) };
}
const withdraw = (post: string) => head.act('post.withdraw', post, { reason: 'wrong_content', explanation: '' });
const text = async (path: string): Promise<string> => (await board.get(path)).text();
/** A page of the edition that readers get, as nginx would read it. */
const onDisk = (file: string): string | null => {
  const path = join(realpathSync(join(board.folder, 'site/current')), file);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
};
const postFile = (post: string, path: string): string =>
  `bai-viet/${publicIdOf(post).slice(0, 2)}/${path.slice('/bai-viet/'.length)}.html`;

const CLI = fileURLToPath(new URL('../cli.ts', import.meta.url));
async function portalCommand(...args: string[]): Promise<{ code: number; out: string }> {
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { ...process.env, DATABASE_URL: board.database ?? '' },
  });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  const [code] = (await once(child, 'close')) as [number];
  return { code, out };
}

describe('the pages kept on the disk', () => {
  it('are those that readers get, in every form, with strong validators', async () => {
    const { post, path } = await publish({ title: 'Ngày hội đọc sách', categories: ['B2'] });
    const plain = onDisk(postFile(post, path)) ?? '';
    expect(plain).toContain(`<link rel="canonical" href="${ORIGIN}${path}">`);
    const bytes = (suffix: string): Buffer =>
      readFileSync(join(realpathSync(join(board.folder, 'site/current')), `${postFile(post, path)}${suffix}`));
    expect(brotliDecompressSync(bytes('.br')).toString()).toBe(plain);
    expect(zstdDecompressSync(bytes('.zst')).toString()).toBe(plain);
    expect(gunzipSync(bytes('.gz')).toString()).toBe(plain);
    const tags = new Set<string | null>();
    for (const encoding of ['identity', 'gzip', 'zstd', 'br, gzip']) {
      const reply = await board.get(path, { 'accept-encoding': encoding });
      expect([reply.status, await reply.text()]).toEqual([200, plain]);
      expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(reply.headers.get('vary')).toBe('accept-encoding');
      tags.add(reply.headers.get('etag'));
    }
    expect(tags.size).toBe(4);
    const [tag] = tags;
    const again = await board.get(path, { 'accept-encoding': 'identity', 'if-none-match': `W/"x", ${tag}` });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('show a publication, a correction and a withdrawal everywhere as soon as their author is told', async () => {
    const { post, path } = await publish({ title: 'Kết quả hội khoẻ', categories: ['B4'] });
    const [month] = board.clock.time.toISOString().split(/-\d\dT/);
    const lists = [
      '/',
      '/chuyen-muc/B4',
      '/chuyen-muc/B4/atom.xml',
      '/atom.xml',
      `/sitemap-${month}.xml`,
      `/luu-tru/${month}`,
    ];
    for (const list of lists) expect([list, (await text(list)).includes(path)]).toEqual([list, true]);
    for (const file of ['trang/1', 'chuyen-muc/B4/1', `luu-tru/${month}`])
      expect([file, onDisk(`${file}.html`)?.includes(path)]).toEqual([file, true]);

    await author.save({ title: 'Kết quả hội khoẻ Phù Đổng', categories: ['B4'] }, post);
    await approveThrough({ author, reviewer, head }, post);
    const corrected = postPath(post, 'Kết quả hội khoẻ Phù Đổng');
    expect((await board.get(path)).headers.get('location')).toBe(corrected);
    expect([onDisk(postFile(post, path)), onDisk(postFile(post, corrected))?.includes('Phù Đổng')]).toEqual([
      null,
      true,
    ]);
    for (const list of lists) expect([list, (await text(list)).includes(corrected)]).toEqual([list, true]);

    expect((await withdraw(post)).outcome).toBe('accepted');
    expect((await board.get(corrected)).status).toBe(410);
    expect(onDisk(postFile(post, corrected))).toBeNull();
    for (const list of lists) expect([list, (await text(list)).includes(corrected)]).toEqual([list, false]);
  });

  it('are made anew where they changed, and are the same files where they did not', async () => {
    await publish({ title: 'Thư viện mở cửa', categories: ['B3'] });
    const pages = new KeptPages(board.folder);
    const before = pages.current();
    await publish({ title: 'Lịch thi giữa kỳ', categories: ['B4'] });
    const after = pages.current();
    if (before === null || after === null) throw new Error('no edition');
    const [old, made] = [pages.shelves(before), pages.shelves(after)];
    expect(made.get('chuyen-muc/B3')).toBe(old.get('chuyen-muc/B3'));
    expect(made.get('chuyen-muc/B4')).not.toBe(old.get('chuyen-muc/B4'));
    const posts = [...made].filter(([shelf]) => shelf.startsWith('bai-viet/'));
    expect(posts.filter(([shelf, folder]) => old.get(shelf) !== folder)).toHaveLength(1);
  });

  it('have the further pages of a long list a moment later', async () => {
    const { post } = await publish({ title: 'Tin số 0', categories: ['B5'] });
    const at = board.clock.time.toISOString();
    await board.inStore((store) =>
      copyPublished(store, post, 20, (index) => ({ title: `Tin số ${index + 1}`, at, categories: ['B5'] })),
    );
    await publish({ title: 'Tin số 21', categories: ['B5'] });
    await board.portal.settled();
    expect(onDisk('chuyen-muc/B5/2.html')).toBe(await text('/chuyen-muc/B5?trang=2'));
    expect(onDisk('trang/2.html')).toBe(await text('/?trang=2'));
    expect((await board.get('/chuyen-muc/B5?trang=3')).status).toBe(404);
    const edition = realpathSync(join(board.folder, 'site/current'));
    for (const suffix of ['', '.gz', '.br', '.zst']) rmSync(join(edition, `chuyen-muc/B5/2.html${suffix}`));
    await board.restart();
    await board.portal.settled();
    expect(onDisk('chuyen-muc/B5/2.html')).toBe(await text('/chuyen-muc/B5?trang=2'));
  });

  it('outlive a portal that was killed while it made new ones: whole, and old until they are new', async () => {
    const pages = new KeptPages(board.folder);
    const current = pages.current();
    const draft = pages.begin(current);
    draft.open('trang', () => true);
    draft.put('trang', '1.html', 'chưa xong');
    draft.finish(99_999, 'x');
    expect(await text('/')).not.toContain('chưa xong');
    await board.restart();
    await board.portal.settled();
    expect(pages.current()).toEqual(current);
    expect(await text('/')).toContain('Tin số 21');
    await publish({ title: 'Sau khi khởi động lại', categories: ['B2'] });
    expect(await text('/')).toContain('Sau khi khởi động lại');
    expect(readdirSync(join(board.folder, 'site/editions')).filter((name) => name.startsWith('99999'))).toEqual([]);
  });

  it('are shared by two processes on one folder: neither gives a page from before the other’s answer', async () => {
    const second = await createPortal({ ...board, now: () => board.clock.time });
    const { url } = await second.listen({ host: '127.0.0.1', port: 0 });
    try {
      const { post, path } = await publish({ title: 'Hai tiến trình', categories: ['B2'] });
      expect(await (await fetch(`${url}/`)).text()).toContain(path);
      await withdraw(post);
      expect((await fetch(`${url}${path}`)).status).toBe(410);
      expect(await (await fetch(`${url}/chuyen-muc/B2`)).text()).not.toContain(path);
    } finally {
      await second.close();
    }
  });

  it('are all made anew when the unit changes what every page shows, and never served from before', async () => {
    await board.inStore((store) => store.updateTable('unit').set({ phone: '0255 123 4567' }).execute());
    expect(await text('/')).toContain('0255 123 4567');
    await board.portal.settled();
    expect(onDisk('trang/1.html')).toContain('0255 123 4567');
  });

  it('are proven by one command, which names each file that was changed, added or removed, and has them made anew', async () => {
    const { post, path } = await publish({ title: 'Đối chiếu', categories: ['B2'] });
    const check = () => portalCommand('verify-site', '--folder', board.folder);
    expect(await check()).toMatchObject({ code: 0, out: expect.stringContaining('đúng như đã đăng') });
    const file = postFile(post, path);
    const edition = realpathSync(join(board.folder, 'site/current'));
    // The files are links to those of the edition before: a change by an intruder is in place.
    writeFileSync(join(edition, `${file}.gz`), gzipSync('bị sửa'));
    writeFileSync(join(edition, 'trang/cua-hang.html'), 'bán hàng');
    rmSync(join(edition, 'rieng/robots.txt'));
    const { code, out } = await check();
    expect([code, out.split('\n').slice(0, 3).sort()]).toEqual([
      1,
      ['bị mất: rieng/robots.txt', `bị sửa: ${file}.gz`, 'bị thêm: trang/cua-hang.html'].sort(),
    ]);
    expect((await portalCommand('verify-site', '--repair', '--folder', board.folder)).out).toContain('tự làm lại');
    await expect.poll(() => existsSync(join(board.folder, 'site/current')), { timeout: 15_000 }).toBe(true);
    expect(await check()).toMatchObject({ code: 0 });
  }, 180_000);

  it('may be read by nginx, whatever else of the portal may not', async () => {
    const before = process.umask(0o077);
    try {
      const { post, path } = await publish({ title: 'Ai cũng đọc được', categories: ['B6'] });
      const edition = realpathSync(join(board.folder, 'site/current'));
      const modes = ['', 'chuyen-muc', 'chuyen-muc/B6', 'chuyen-muc/B6/1.html', `${postFile(post, path)}.br`].map(
        (file) => (statSync(join(edition, file)).mode & 0o777).toString(8),
      );
      expect(modes).toEqual(['755', '755', '755', '644', '644']);
    } finally {
      process.umask(before);
    }
  });

  it('are for plain addresses: what else is asked for goes its own way', async () => {
    writeFileSync(join(realpathSync(join(board.folder, 'site/current')), 'trang/bi-mat.html'), 'x');
    for (const path of [
      '/?trang=bi-mat',
      '/?x=1',
      '/?trang=1&trang=2',
      '/chuyen-muc/B2/../../trang/1',
      '/trang/1.html',
    ])
      expect([path, (await board.get(path)).status]).toEqual([path, 404]);
    expect((await board.get('/?fbclid=x')).headers.get('location')).toBe('/');
  });
});

it('takes the form a browser asks for, and none it refuses', () => {
  expect(formFor(undefined)).toBe('');
  expect(formFor('gzip, deflate, br, zstd')).toBe('.br');
  expect(formFor('br;q=0, gzip;q=0.5')).toBe('.gz');
  expect(formFor('*')).toBe('');
});
