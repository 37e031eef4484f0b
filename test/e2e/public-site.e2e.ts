import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approveThrough, type Board, makePicture, startBoard, upload } from '../../portal/testing/index.ts';
import { type Block, postPath } from '../../shared/content/index.ts';
import { EXAMPLE_FILE } from '../../shared/content/testing.ts';
import { API, siteSettingsReplySchema } from '../../shared/sync/index.ts';
import { expectAccessible } from './accessible.ts';
import { launchBrowser } from './browser-shell.ts';

const PICTURES = join(resolve(import.meta.dirname, '../..'), '.cache/e2e');
let board: Board;
let browser: Browser;
let paths: Readonly<Record<string, string>>;

beforeAll(async () => {
  board = await startBoard();
  browser = await launchBrowser();
  const author = await board.signIn('author');
  const [reviewer, head] = [await board.signIn('reviewer'), await board.signIn('head')];
  const { bytes, reference } = await makePicture('seagreen', [1200, 800]);
  await upload(author, bytes, reference.hash);
  const publish = async (draft: Parameters<typeof author.save>[0]): Promise<string> => {
    const { post, revision } = await author.save(draft);
    await approveThrough({ author, reviewer, head }, post);
    return postPath(post, revision.title);
  };
  const cover = { media: reference.hash, alt: 'Vườn rau của lớp 6A' };
  const post = await publish({ title: 'Vườn rau lớp 6A', cover, media: [reference] });
  const { post: pinned } = await author.save({ title: 'Thư mời họp phụ huynh', cover, media: [reference] });
  await approveThrough({ author, reviewer, head }, pinned);
  const english = await publish({ title: 'Open day', summary: 'Come and see.', language: 'en', translates: pinned });
  const album = {
    ...{ id: 'g1', type: 'gallery', caption: 'Ngày hội' },
    items: ['Lớp 6A', 'Lớp 6B'].map((alt, at) => ({ id: `i${at}`, media: reference.hash, alt, caption: alt })),
  };
  await publish({ title: 'Ngày hội đọc sách', blocks: [album], media: [reference] });
  const pdf = Buffer.from('%PDF-1.7\n');
  const hash = createHash('sha256').update(pdf).digest('hex');
  await upload(author, pdf, hash, 'application/pdf');
  const offered = { ...EXAMPLE_FILE.reference, ...{ hash, bytes: pdf.length, mime: 'application/pdf' as const } };
  const block = { ...EXAMPLE_FILE.block, media: hash } as Block;
  await publish({ title: 'Kế hoạch năm học', blocks: [block], media: [offered] });
  const standing = await publish({ title: 'Lịch sử nhà trường', kind: 'page', categories: ['B1'] });
  await publish({ title: 'Cơ cấu tổ chức', kind: 'page', categories: ['B1'] });
  const { post: gone, revision } = await author.save({ title: 'Bài bị gỡ' });
  await approveThrough({ author, reviewer, head }, gone);
  await head.act('post.withdraw', gone, { reason: 'wrong_content', explanation: '' });
  const { version: base, settings } = siteSettingsReplySchema.parse(await (await head.request(API.site)).json());
  const shown = { duties: 'Phụ trách chung', phone: '0255 000 0001', email: 'ht@thcssongtra.example' };
  const people = [
    { ...shown, name: 'Nguyễn Thị Hoài An', office: 'Hiệu trưởng', isLeader: true, hasAgreed: false },
    { ...shown, name: 'Trần Thu Hà', office: 'Giáo viên Ngữ văn', isLeader: false, hasAgreed: true },
  ];
  const about = {
    ...settings.about,
    slogan: 'Dạy tốt, học tốt',
    nameEn: 'Song Tra School',
    governing: 'UBND xã Ven Sông',
  };
  const pins = [{ post: pinned, until: null }];
  await head.request(API.site, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ base, settings: { about, colour: '#7a1f3d', people, pins } }),
  });
  paths = {
    ...{ albums: '/thu-vien-anh', files: '/tai-lieu', standing, rating: '/danh-gia', thanks: '/danh-gia/cam-on' },
    ...{ people: '/lanh-dao-can-bo', 'English home': '/en', 'English archive': '/en/luu-tru' },
    ...{ 'English search': '/en/tim-kiem?q=open', 'English month': '/en/luu-tru/2026-11' },
    ...{ home: '/', category: '/chuyen-muc/B3', 'empty category': '/chuyen-muc/B9', post, 'English post': english },
    ...{ search: '/tim-kiem', 'search with hits': '/tim-kiem?q=vuon', 'search without hits': '/tim-kiem?q=khong' },
    ...{ archive: '/luu-tru', month: '/luu-tru/2026-11', map: '/so-do' },
    ...{ withdrawn: postPath(gone, revision.title), 'not found': '/khong-co' },
  };
});
afterAll(async () => {
  await browser.close();
  await board.close();
});

/** For people to look at: by day and night, on a phone and a desk, at twice the text size, in print and without style. */
async function takePictures(page: Page, name: string): Promise<void> {
  const save = (how: string): Promise<unknown> =>
    page.screenshot({ path: join(PICTURES, `site-${name.replaceAll(' ', '-')}-${how}.png`), fullPage: true });
  await page.emulateMedia({ colorScheme: 'dark' });
  await save('phone-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 800 });
  await save('desk');
  // Twice as large: as many pixels of the page as half the window.
  await page.setViewportSize({ width: 512, height: 320 });
  await save('zoomed');
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.emulateMedia({ media: 'print' });
  await save('print');
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => {
    for (const sheet of document.styleSheets) sheet.disabled = true;
  });
  await save('plain');
}

describe('the public site', () => {
  it('gives axe nothing to find on any type of page, and no browser a reason to complain', async () => {
    mkdirSync(PICTURES, { recursive: true });
    const page = await browser.newPage({ bypassCSP: false });
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      // A missing or a withdrawn page is told with its status, which a browser notes.
      if (message.type() === 'error' && !message.text().includes('status of 4')) complaints.push(message.text());
    });
    for (const [name, path] of Object.entries(paths)) {
      await page.goto(`${board.url}${path}`);
      await expectAccessible(page, name);
      await page.setViewportSize({ width: 360, height: 740 });
      const isWider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      expect([name, isWider]).toEqual([name, false]);
      if (process.env.PICTURES === 'all') await takePictures(page, name);
    }
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('is used by keyboard and without a script: from the link in the header to what was searched', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(board.url);
    await page.getByRole('link', { name: 'Tìm kiếm' }).press('Enter');
    await page.getByRole('searchbox').fill('vuon rau');
    await page.getByRole('searchbox').press('Enter');
    await page.getByRole('link', { name: 'Vườn rau lớp 6A' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Vườn rau lớp 6A' }).waitFor();
    await context.close();
  });

  it('is gone through by Tab in the order it is read in, skip link first, with the focus seen at each stop', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    for (const [name, path] of Object.entries(paths)) {
      await page.goto(`${board.url}${path}`);
      const stops = await page.evaluate(countStops);
      const seen: Stop[] = [];
      for (let index = 0; index < stops; index += 1) {
        await page.keyboard.press('Tab');
        seen.push(await page.evaluate(stopAt));
      }
      expect([name, seen[0]?.what]).toEqual([name, 'skip']);
      expect([name, seen.map(({ place }) => place)]).toEqual([name, Array.from(seen.keys())]);
      expect([name, seen.filter(({ isSeen }) => !isSeen)]).toEqual([name, []]);
      // The skip link leads past the header: the next stop is in the page's own part, or after it.
      await page.locator('a.skip').press('Enter');
      const isInMain = await page.evaluate(() => document.activeElement?.id === 'main');
      expect([name, isInMain]).toEqual([name, true]);
    }
    await page.close();
  });

  it('reads in order without its style: header, the page itself, the ways on, the foot', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.route('**/*.css', (route) => route.abort());
    for (const [name, path] of Object.entries(paths)) {
      await page.goto(`${board.url}${path}`);
      if (process.env.PICTURES === 'all')
        await page.screenshot({
          path: join(PICTURES, `site-${name.replaceAll(' ', '-')}-unstyled.png`),
          fullPage: true,
        });
      const found = await page.evaluate(() => {
        const marks = [...document.querySelectorAll('a.skip, header.site, main, .side nav, footer.site')];
        const tops = marks.map((mark) => mark.getBoundingClientRect().top);
        // A picture without its style is as large as the file says, and must not push the words away.
        const widest = Math.max(0, ...[...document.images].map(({ width }) => width));
        return {
          order: marks.map(({ tagName }) => tagName.toLowerCase()).filter((tag, at, all) => tag !== all[at - 1]),
          isDownwards: tops.every((top, at) => at === 0 || top >= (tops[at - 1] ?? 0)),
          headings: document.querySelectorAll('h1').length,
          isTooWide: widest > window.innerWidth,
        };
      });
      const order = ['a', 'header', 'main', 'nav', 'footer'];
      expect([name, found]).toEqual([name, { order, isDownwards: true, headings: 1, isTooWide: false }]);
    }
    await page.close();
  });
});

/** One stop of the Tab key: which of the page's stops it is, and whether somebody sees that they are there. */
interface Stop {
  readonly what: string;
  readonly place: number;
  readonly isSeen: boolean;
}

/** How many stops a page has; runs in the page. */
function countStops(): number {
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')];
  return all.filter((one) => one.checkVisibility()).length;
}

/** The stop at which the focus is; runs in the page. */
function stopAt(): Stop {
  const at = document.activeElement ?? document.body;
  // The link to the menu is there on a phone alone.
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')];
  const place = all.filter((one) => one.checkVisibility()).indexOf(at);
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(at);
  const { top, bottom, left, right } = at.getBoundingClientRect();
  const isInView = bottom > 0 && top < window.innerHeight && right > 0 && left < window.innerWidth && bottom - top > 10;
  const isOutlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !/, 0\)$/.test(outlineColor);
  return { what: at.className || at.textContent || at.tagName, place, isSeen: isInView && isOutlined };
}
