import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postPath } from '../../shared/content/index.ts';
import { API, siteSettingsReplySchema } from '../../shared/sync/index.ts';
import { approveThrough, type Board, type BoardMember, type Draft, startBoard } from '../testing/index.ts';

let board: Board;
let people: Record<'author' | 'reviewer' | 'head', BoardMember>;
let vietnamese: string;
let english: string;

async function publish(draft: Draft): Promise<{ post: string; path: string }> {
  board.clock.time = new Date(board.clock.time.getTime() + 60_000);
  const { post, revision } = await people.author.save({ categories: ['B3'], ...draft });
  await approveThrough(people, post);
  return { post, path: postPath(post, revision.title) };
}
const text = async (path: string): Promise<string> => (await board.get(path)).text();
const status = async (path: string): Promise<number> => (await board.get(path)).status;

beforeAll(async () => {
  board = await startBoard({ origin: 'https://thcssongtra.example' });
  people = {
    ...{ author: await board.signIn('author'), reviewer: await board.signIn('reviewer') },
    head: await board.signIn('head'),
  };
  const source = await publish({ title: 'Hội khoẻ' });
  vietnamese = source.path;
  english = (await publish({ title: 'Sports day', language: 'en', translates: source.post })).path;
});
afterAll(() => board.close());

describe('news in English', () => {
  it('stand among the others while the unit has no English lists: nothing else would lead there', async () => {
    for (const path of ['/', '/chuyen-muc/B3']) expect(await text(path)).toContain(english);
    const own = [
      '/en/chuyen-muc/B3',
      '/en/tim-kiem?q=sports',
      '/en/luu-tru',
      '/en/luu-tru/2026-11',
      '/en/atom.xml',
      '/en/chuyen-muc/B3/atom.xml',
    ];
    for (const path of own) expect([path, await status(path)]).toEqual([path, 404]);
    expect(await text(english)).toContain('href="/tim-kiem"');
  });

  it('have lists of their own once the unit has said its English name, and the Vietnamese ones leave them there', async () => {
    const { settings } = siteSettingsReplySchema.parse(await (await people.head.request(API.site)).json());
    const categories = [{ code: 'B3', name: '', nameEn: 'School news', isHidden: false, isOnHome: true }];
    const about = { ...settings.about, nameEn: 'Song Tra School' };
    await people.head.request(API.site, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ base: 0, settings: { ...settings, about, categories } }),
    });
    await board.portal.settled();
    for (const path of ['/', '/chuyen-muc/B3']) {
      expect([path, (await text(path)).includes(vietnamese)]).toEqual([path, true]);
      expect([path, (await text(path)).includes(english)]).toEqual([path, false]);
    }
    const list = await text('/en/chuyen-muc/B3');
    expect(list).toContain('<html lang="en">');
    expect(list).toContain('<h1>School news</h1>');
    expect([list.includes(english), list.includes(vietnamese)]).toEqual([true, false]);
    // Its menu and the way back stay English; the site map knows it.
    expect(list).toContain('<li><a href="/en">Home</a></li>');
    expect(await text('/en')).toContain('<a href="/en/chuyen-muc/B3">School news</a>');
    expect(await text(english)).toContain('<a href="/en/chuyen-muc/B3">School news</a>');
    expect(await text('/sitemap-trang.xml')).toContain('<loc>https://thcssongtra.example/en/chuyen-muc/B3</loc>');
    expect(await status('/en/chuyen-muc/Z9')).toBe(404);
    expect(await status('/en/chuyen-muc/B3?trang=9')).toBe(404);
  });

  it('are found by a search of their own, which is in English and finds nothing else', async () => {
    const found = await text('/en/tim-kiem?q=sports');
    expect(found).toContain('<html lang="en">');
    expect(found).toContain('<form class="search" role="search" action="/en/tim-kiem" method="get">');
    expect(found).toContain('<p role="status">Posts found: 1.</p>');
    expect(found).toContain(english);
    expect(found).toContain('<meta name="robots" content="noindex">');
    expect(await text('/en/tim-kiem?q=hoi+khoe')).toContain('Nothing was found.');
    expect(await text('/tim-kiem?q=sports')).toContain(english);
    expect(await status('/en/tim-kiem?x=1')).toBe(404);
    expect(await text('/robots.txt')).toContain('Disallow: /en/tim-kiem\n');
  });

  it('have an archive and a feed of their own, to which their pages lead', async () => {
    const month = board.clock.time.toISOString().slice(0, 7);
    const archive = await text('/en/luu-tru');
    expect(archive).toContain('<h1>Archive by month</h1>');
    expect(archive).toContain(`<a href="/en/luu-tru/${month}">${month}</a> (1)`);
    const listed = await text(`/en/luu-tru/${month}`);
    expect([listed.includes(english), listed.includes(vietnamese)]).toEqual([true, false]);
    expect(await text(`/luu-tru/${month}`)).toContain(english);
    const feed = await text('/en/atom.xml');
    expect(feed).toContain(
      'xml:lang="en">\n<id>https://thcssongtra.example/en/atom.xml</id>\n<title>Song Tra School</title>',
    );
    expect([feed.includes(english), feed.includes(vietnamese)]).toEqual([true, false]);
    const own = await text('/en/chuyen-muc/B3/atom.xml');
    expect(own).toContain(
      'xml:lang="en">\n<id>https://thcssongtra.example/en/chuyen-muc/B3/atom.xml</id>\n<title>School news – Song Tra School</title>',
    );
    expect([own.includes(english), own.includes(vietnamese)]).toEqual([true, false]);
    expect(await text('/chuyen-muc/B3/atom.xml')).toContain(vietnamese);
    expect(await text('/en/chuyen-muc/B3')).toContain('type="application/atom+xml" href="/en/chuyen-muc/B3/atom.xml"');
    expect(await text('/chuyen-muc/B3')).toContain('type="application/atom+xml" href="/chuyen-muc/B3/atom.xml"');
    expect(await status('/en/chuyen-muc/Z9/atom.xml')).toBe(404);
    const page = await text(english);
    for (const path of ['/en/tim-kiem', '/en/luu-tru', '/en/atom.xml']) expect(page).toContain(`href="${path}"`);
    expect(await text(vietnamese)).not.toContain('href="/en/atom.xml"');
    expect(await text('/sitemap-trang.xml')).toContain('<loc>https://thcssongtra.example/en/luu-tru</loc>');
  });

  it('are on all lists with the reply to whoever publishes, and gone with that to whoever withdraws', async () => {
    const { post, path } = await publish({ title: 'Open day', language: 'en' });
    const month = board.clock.time.toISOString().slice(0, 7);
    const lists = ['/en', '/en/chuyen-muc/B3', '/en/chuyen-muc/B3/atom.xml', '/en/atom.xml', `/en/luu-tru/${month}`];
    for (const list of lists) expect([list, (await text(list)).includes(path)]).toEqual([list, true]);
    expect(await text('/en/luu-tru')).toContain('(2)');
    await people.head.act('post.withdraw', post, { reason: 'wrong_content', explanation: '' });
    for (const list of lists) expect([list, (await text(list)).includes(path)]).toEqual([list, false]);
    expect(await text('/en/luu-tru')).toContain('(1)');
  });
});
