import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { postPath, publicIdOf } from '../../shared/content/index.ts';
import { API, siteSettingsReplySchema } from '../../shared/sync/index.ts';
import { createPortal } from '../index.ts';
import { approveThrough, type Board, type BoardMember, type Draft, startBoard } from '../testing/index.ts';

let board: Board;
let author: BoardMember;
let reviewer: BoardMember;
let head: BoardMember;

beforeEach(async () => {
  board = await startBoard({ origin: 'https://thcssongtra.example' });
  await board.portal.settled();
  [author, reviewer, head] = [await board.signIn('author'), await board.signIn('reviewer'), await board.signIn('head')];
});
afterEach(() => board.close());

async function publish(draft: Draft, of?: string): Promise<{ post: string; path: string }> {
  board.clock.time = new Date(board.clock.time.getTime() + 60_000);
  const { post, revision } = await author.save(draft, of);
  await approveThrough({ author, reviewer, head }, post);
  return { post, path: postPath(post, revision.title) };
}
const text = async (path: string): Promise<string> => (await board.get(path)).text();
const onDisk = (file: string): string | null => {
  const current = join(board.folder, 'site/current');
  const path = existsSync(current) ? join(realpathSync(current), file) : '';
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
};
const menuOf = (page: string): string[] => {
  const about = /<h2 id="about">[\s\S]*?<\/nav>/.exec(page)?.[0] ?? '';
  return [...about.matchAll(/<a href="([^"]+)"/g)].map((found) => found[1] ?? '');
};

describe('a standing page', () => {
  it('is in the menu of every page as soon as its approver is told, and not among the news', async () => {
    const news = await publish({ title: 'Tin đầu năm' });
    const { path } = await publish({ title: 'Lịch sử nhà trường', kind: 'page', categories: ['B1'] });
    for (const page of ['/', news.path, path, '/so-do', '/chuyen-muc/B3', '/tim-kiem', '/khong-co'])
      expect([page, menuOf(await text(page))]).toEqual([page, [path]]);
    await board.portal.settled();
    expect(menuOf(onDisk('trang/1.html') ?? '')).toEqual([path]);
    expect(await text('/')).not.toContain(`<h2><a href="${path}"`);
    expect(await text('/atom.xml')).not.toContain(path);
    expect(await text('/chuyen-muc/B1')).toContain(`<h2><a href="${path}"`);
    expect(await text('/so-do')).toContain(`<li><a href="${path}">Lịch sử nhà trường</a></li>`);
    const page = await text(path);
    expect(page).toContain(`<a href="${path}" aria-current="page">`);
    expect(page).not.toContain('Đăng ngày');
  });

  it('changes its name in every menu with a correction, and leaves them all when it is withdrawn, in two processes', async () => {
    const { post, path } = await publish({ title: 'Cơ cấu', kind: 'page', categories: ['B1'] });
    const second = await createPortal({ ...board, now: () => board.clock.time });
    const { url } = await second.listen({ host: '127.0.0.1', port: 0 });
    const there = async (page: string): Promise<string[]> => menuOf(await (await fetch(`${url}${page}`)).text());
    try {
      const corrected = await publish({ title: 'Cơ cấu tổ chức', kind: 'page', categories: ['B1'] }, post);
      expect(corrected.path).not.toBe(path);
      for (const page of ['/', '/so-do', corrected.path])
        expect([menuOf(await text(page)), await there(page)]).toEqual([[corrected.path], [corrected.path]]);
      await head.act('post.withdraw', post, { reason: 'wrong_content', explanation: '' });
      for (const page of ['/', '/so-do', '/luu-tru'])
        expect([menuOf(await text(page)), await there(page)]).toEqual([[], []]);
      expect((await fetch(`${url}${corrected.path}`)).status).toBe(410);
    } finally {
      await second.close();
    }
  });

  it('has all other pages left alone by a correction of its text alone', async () => {
    const draft = { title: 'Cơ cấu', kind: 'page', categories: ['B1'] } as const;
    const { post, path } = await publish({ ...draft, categories: ['B1'] });
    const { path: other } = await publish({ title: 'Tin khác', categories: ['B4'] });
    await board.portal.settled();
    const file = (of: string): string => `bai-viet/${publicIdOf(of).slice(0, 2)}`;
    const real = (shelf: string): string => realpathSync(join(board.folder, 'site/current', shelf));
    const before = [real('trang'), real('chuyen-muc/B4'), real(file(post))];
    await publish({ ...draft, categories: ['B1'], summary: 'Đã sửa một dòng.' }, post);
    const after = [real('trang'), real('chuyen-muc/B4'), real(file(post))];
    expect(before.map((folder, index) => folder === after[index])).toEqual([true, true, false]);
    expect(await text(path)).toContain('Đã sửa một dòng.');
    expect(menuOf(await text(other))).toEqual([path]);
  });

  it('stands where those who keep the site put it, in the menus of its own language', async () => {
    const pages = [
      await publish({ title: 'Một', kind: 'page', categories: ['B1'] }),
      await publish({ title: 'Hai', kind: 'page', categories: ['B1'] }),
      await publish({ title: 'History', kind: 'page', categories: ['B1'], language: 'en' }),
    ];
    const [one, two, english] = pages.map(({ path }) => path);
    expect(menuOf(await text('/'))).toEqual([one, two, english]);
    const seen = siteSettingsReplySchema.parse(await (await head.request(API.site)).json());
    expect(seen.standing.map(({ title }) => title)).toEqual(['Một', 'Hai', 'History']);
    const about = { ...seen.settings.about, nameEn: 'Song Tra School' };
    const menu = [pages[1]?.post, pages[0]?.post];
    await head.request(API.site, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ base: 0, settings: { ...seen.settings, about, menu } }),
    });
    expect(menuOf(await text('/'))).toEqual([two, one]);
    expect(menuOf(await text('/en'))).toEqual([english]);
    expect(menuOf(await text(english ?? ''))).toEqual([english]);
  });
});
