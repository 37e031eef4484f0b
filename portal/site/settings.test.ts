import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { postPath } from '../../shared/content/index.ts';
import { firstSettings, type SiteSettings } from '../../shared/site/index.ts';
import { API, siteSettingsReplySchema } from '../../shared/sync/index.ts';
import { createPortal } from '../index.ts';
import { inspect } from '../inspection/index.ts';
import { KeptPages } from '../kept/index.ts';
import type { Store } from '../store/index.ts';
import { approveThrough, type Board, type BoardMember, startBoard } from '../testing/index.ts';

let board: Board;
let author: BoardMember;
let reviewer: BoardMember;
let head: BoardMember;

beforeEach(async () => {
  board = await startBoard({ origin: 'https://thcssongtra.example' });
  await board.portal.settled();
  author = await board.signIn('author');
  reviewer = await board.signIn('reviewer');
  head = await board.signIn('head');
});
afterEach(() => board.close());

const text = async (path: string): Promise<string> => (await board.get(path)).text();
const seen = async () => siteSettingsReplySchema.parse(await (await head.request(API.site)).json());
const put = (who: BoardMember, body: unknown) =>
  who.request(API.site, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
async function change(part: (settings: SiteSettings) => Partial<SiteSettings>): Promise<void> {
  const { version: base, settings } = await seen();
  await put(head, { base, settings: { ...settings, ...part(settings) } });
}
async function publish(title: string): Promise<{ post: string; path: string }> {
  board.clock.time = new Date(board.clock.time.getTime() + 60_000);
  const { post } = await author.save({ title });
  await approveThrough({ author, reviewer, head }, post);
  return { post, path: postPath(post, title) };
}
const person = (name: string, more: object = {}) => ({
  ...{ name, office: 'Hiệu trưởng', duties: '', phone: '0255 000 0001', email: 'ht@thcssongtra.example' },
  ...{ isLeader: true, hasAgreed: false },
  ...more,
});
const onDisk = (file: string): string | null => {
  const current = join(board.folder, 'site/current');
  if (!existsSync(current)) return null;
  const path = join(realpathSync(current), file);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
};

describe('what a unit sets of its site', () => {
  it('is on every page, made or kept, before whoever set it is told', async () => {
    const { path } = await publish('Bài đã đăng');
    await change(({ about }) => ({
      about: { ...about, slogan: 'Dạy tốt, học tốt', governing: 'UBND xã Ven Sông', phone: '0255 9 9 9' },
    }));
    for (const page of ['/', path, '/chuyen-muc/B3', '/khong-co']) {
      const words = await text(page);
      for (const part of ['Dạy tốt, học tốt', 'UBND xã Ven Sông', 'tel:0255999'])
        expect([page, part, words.includes(part)]).toEqual([page, part, true]);
    }
    await board.portal.settled();
    expect(onDisk('trang/1.html')).toContain('Dạy tốt, học tốt');
  });

  it('is known to another process on the same store at once', async () => {
    const second = await createPortal({ ...board, now: () => board.clock.time });
    const { url } = await second.listen({ host: '127.0.0.1', port: 0 });
    try {
      await change(({ about }) => ({ about: { ...about, slogan: 'Khẩu hiệu mới' } }));
      await board.portal.settled();
      expect(await (await fetch(`${url}/so-do`)).text()).toContain('Khẩu hiệu mới');
    } finally {
      await second.close();
    }
  });

  it('is set by those who keep the site alone, over what they saw, and stands in the log', async () => {
    const settings = firstSettings({ address: '', phone: '', email: '', responsible: '' });
    await expect(put(author, { base: 0, settings })).rejects.toMatchObject({ code: 'not_administrator' });
    await put(head, { base: 0, settings });
    await expect(put(head, { base: 0, settings })).rejects.toMatchObject({ code: 'site_moved' });
    await head.request(API.members, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person: reviewer.member.id, roles: ['clerk'], deputies: [] }),
    });
    await put(reviewer, { base: 1, settings });
    const lines = await board.inStore(async (store) => {
      expect((await inspect(store, 'thcs-song-tra')).findings).toEqual([]);
      return store.selectFrom('audit').select('line').execute();
    });
    expect(lines.filter(({ line }) => line.includes('"kind":"site.set"'))).toHaveLength(2);
  });

  it('is found out when it was changed past the portal', async () => {
    const tampered = (work: (store: Store) => Promise<unknown>) =>
      board.inStore(async (store) => {
        await work(store);
        return (await inspect(store, 'thcs-song-tra')).findings;
      });
    const finding = (kind: string) => [{ kind, what: 'site_settings', id: 'thcs-song-tra' }];
    await change(({ about }) => ({ about: { ...about, slogan: 'Đúng' } }));
    const words = (store: Store) => store.selectFrom('site_settings').selectAll().executeTakeFirstOrThrow();
    const before = await board.inStore(words);
    const put = (text: string) => (store: Store) => store.updateTable('site_settings').set({ words: text }).execute();
    expect(await tampered(put(before.words.replace('Đúng', 'Nhà cái')))).toEqual(finding('row_changed'));
    expect(await tampered(put(before.words))).toEqual([]);
    expect(await tampered((store) => store.deleteFrom('site_settings').execute())).toEqual(finding('row_missing'));
  });

  it('draws links in the unit’s colour, lighter in the dark, and refuses one that nobody could read', async () => {
    await expect(change(() => ({ colour: '#ffee88' }))).rejects.toMatchObject({ code: 'colour_unreadable' });
    await change(() => ({ colour: '#7a1f3d' }));
    const style = /href="(\/assets\/[^"]+\.css)"/.exec(await text('/'))?.[1] ?? '';
    const reply = await board.get(style);
    const rules = await reply.text();
    expect(reply.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(rules).toContain('--link:#7a1f3d');
    expect(/scheme:dark\)\{:root\{--link:(#[0-9a-f]{6})/.exec(rules)?.[1]).not.toBe('#7a1f3d');
    for (const file of ['site-000000000000-7a1f3d.css', style.slice(8).replace('7a1f3d', 'ffee88'), 'x.css'])
      expect([file, (await board.get(`/assets/${file}`)).status]).toEqual([file, 404]);
  });
});

describe('the page of leaders and staff', () => {
  it('shows what was written of each and keeps code inert, and nobody who did not agree', async () => {
    expect((await board.get('/lanh-dao-can-bo')).status).toBe(404);
    await expect(change(() => ({ people: [person('Thầy Không Đồng Ý', { isLeader: false })] }))).rejects.toMatchObject({
      code: 'bad_request',
    });
    await change(() => ({
      people: [
        person('Nguyễn Thị Hoài An'),
        person('<b>"x', { isLeader: false, hasAgreed: true, phone: '', email: '' }),
      ],
    }));
    const page = await text('/lanh-dao-can-bo');
    for (const words of ['Nguyễn Thị Hoài An', 'href="tel:02550000001"', 'mailto:ht@', '&lt;b&gt;&quot;x'])
      expect(page).toContain(words);
    for (const path of ['/', '/so-do', '/sitemap-trang.xml']) expect(await text(path)).toContain('/lanh-dao-can-bo');
  });

  it('is the one page that is made anew when a person changes', async () => {
    await change(() => ({ people: [person('Nguyễn Thị Hoài An')] }));
    await board.portal.settled();
    const pages = new KeptPages(board.folder);
    const before = pages.current();
    await change(() => ({ people: [person('Trần Văn Mới')] }));
    const after = pages.current();
    expect(onDisk('rieng/lanh-dao-can-bo.html')).toContain('Trần Văn Mới');
    expect(await text('/lanh-dao-can-bo')).not.toContain('<h3>Nguyễn');
    if (before === null || after === null) throw new Error('no edition');
    const [old, made] = [pages.shelves(before), pages.shelves(after)];
    expect([...made].filter(([shelf, folder]) => old.get(shelf) !== folder).map(([shelf]) => shelf)).toEqual(['rieng']);
  });
});

describe('pinned news', () => {
  it('stand first on the home page in the order given, once, until their day is over', async () => {
    const [first, second, third] = [await publish('Bài một'), await publish('Bài hai'), await publish('Bài ba')];
    expect((await seen()).pages.map(({ title }) => title)).toEqual(['Bài ba', 'Bài hai', 'Bài một']);
    await change(() => ({
      pins: [
        { post: first.post, until: '2026-11-20' },
        { post: second.post, until: null },
      ],
    }));
    const order = (page: string): string[] =>
      [...page.matchAll(/<h2><a href="([^"]+)"/g)].map((found) => found[1] ?? '');
    expect(order(await text('/'))).toEqual([first.path, second.path, third.path]);
    expect(order(onDisk('trang/1.html') ?? '')).toEqual([first.path, second.path, third.path]);
    expect((await text('/')).match(/class="lead"/g)).toHaveLength(1);
    board.clock.time = new Date('2026-11-21T02:00:00.000Z');
    await board.portal.publishDue();
    expect((await seen()).settings.pins).toEqual([{ post: second.post, until: null }]);
    expect(order(await text('/'))).toEqual([second.path, third.path, first.path]);
    await head.act('post.withdraw', second.post, { reason: 'wrong_content', explanation: '' });
    expect(order(await text('/'))).toEqual([third.path, first.path]);
  });
});

describe('the English home page', () => {
  it('is there once the unit has told its English name, lists what is in English, and each home names the other', async () => {
    const { path } = await publish('Bài tiếng Việt');
    board.clock.time = new Date(board.clock.time.getTime() + 60_000);
    const { post } = await author.save({ title: 'Open day', language: 'en' });
    await approveThrough({ author, reviewer, head }, post);
    expect((await board.get('/en')).status).toBe(404);
    expect(await text('/')).not.toContain('hreflang');
    await change(({ about }) => ({ about: { ...about, nameEn: 'Song Tra Lower Secondary School' } }));
    await board.portal.settled();
    const page = await text('/en');
    for (const words of ['<html lang="en">', 'Song Tra Lower Secondary School</span>', postPath(post, 'Open day')])
      expect(page).toContain(words);
    expect(page).not.toContain(path);
    const alternate = (language: string, to: string): string =>
      `<link rel="alternate" hreflang="${language}" href="https://thcssongtra.example${to}">`;
    for (const home of ['/', '/en'])
      for (const link of [alternate('vi', '/'), alternate('en', '/en')])
        expect([home, (await text(home)).includes(link)]).toEqual([home, true]);
    expect(onDisk('en/1.html')).toBe(page);
    expect(await text('/sitemap-trang.xml')).toContain('<loc>https://thcssongtra.example/en</loc>');
    for (const odd of ['/en?trang=2', '/en?trang=0', '/en?x=1', '/en/'])
      expect([odd, (await board.get(odd)).status]).toEqual([odd, 404]);
    await head.act('post.withdraw', post, { reason: 'wrong_content', explanation: '' });
    expect(await text('/en')).not.toContain('Open day');
    expect(onDisk('en/1.html')).not.toContain('Open day');
  });
});
