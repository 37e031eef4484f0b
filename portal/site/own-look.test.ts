import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { postPath } from '../../shared/content/index.ts';
import type { SiteSettings } from '../../shared/site/index.ts';
import { API, siteSettingsReplySchema } from '../../shared/sync/index.ts';
import { createPortal } from '../index.ts';
import { inspect } from '../inspection/index.ts';
import { approveThrough, type Board, type BoardMember, startBoard } from '../testing/index.ts';

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

const text = async (path: string): Promise<string> => (await board.get(path)).text();
const seen = async () => siteSettingsReplySchema.parse(await (await head.request(API.site)).json());
async function change(part: Partial<SiteSettings>, picture?: Buffer): Promise<void> {
  const { version: base, settings } = await seen();
  await head.request(API.site, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ base, settings: { ...settings, ...part }, picture: picture?.toString('base64') }),
  });
}
async function publish(title: string, category: string): Promise<string> {
  board.clock.time = new Date(board.clock.time.getTime() + 60_000);
  const { post } = await author.save({ title, categories: [category] });
  await approveThrough({ author, reviewer, head }, post);
  return postPath(post, title);
}
const drawn = (background: string) => sharp({ create: { width: 400, height: 300, channels: 3, background } });

describe('the crest', () => {
  it('is made anew from the picture, and stands in the head, on the tab and in what is shared', async () => {
    await publish('Tin', 'B3');
    await change({}, await drawn('crimson').jpeg().withMetadata().toBuffer());
    const { settings, crest } = await seen();
    const path = `/assets/huy-hieu-${settings.crest}.png`;
    for (const page of ['/', '/so-do', '/khong-co']) {
      const words = await text(page);
      expect(words).toContain(`<img src="${path}" alt="" width="64" height="64">`);
      expect(words).toContain(`<link rel="icon" href="${path}" type="image/png">`);
    }
    expect(await text('/')).toContain(`<meta property="og:image" content="https://thcssongtra.example${path}">`);
    const second = await createPortal({ ...board, now: () => board.clock.time });
    const { url } = await second.listen({ host: '127.0.0.1', port: 0 });
    try {
      const reply = await fetch(`${url}${path}`);
      const bytes = Buffer.from(await reply.arrayBuffer());
      expect(reply.headers.get('content-type')).toBe('image/png');
      expect(reply.headers.get('cache-control')).toContain('immutable');
      expect(bytes.toString('base64')).toBe(crest);
      const { format, width, height, exif } = await sharp(bytes).metadata();
      expect({ format, width, height, exif }).toEqual({ format: 'png', width: 256, height: 256, exif: undefined });
    } finally {
      await second.close();
    }
    await change({ crest: null });
    expect(await text('/')).not.toContain('huy-hieu');
  });

  it('is taken for what its content is, and found out when it was changed past the portal', async () => {
    for (const odd of ['<svg xmlns="http://www.w3.org/2000/svg"/>', '<html>', '\x89PNG\r\n\x1a\n', 'GIF89a'])
      await expect(change({}, Buffer.from(odd, 'latin1'))).rejects.toMatchObject({ code: 'crest_unreadable' });
    await expect(change({ crest: 'a'.repeat(64) })).rejects.toMatchObject({ code: 'crest_unreadable' });
    await change({}, await drawn('navy').png().toBuffer());
    const other = (await drawn('black').png().toBuffer()).toString('base64');
    await board.inStore(async (store) => {
      const { findings: none } = await inspect(store, 'thcs-song-tra');
      await store.updateTable('site_crest').set({ data: other }).execute();
      const { findings } = await inspect(store, 'thcs-song-tra');
      expect([none, findings]).toEqual([[], [{ kind: 'row_changed', what: 'site_crest', id: 'thcs-song-tra' }]]);
    });
  });
});

describe('the categories', () => {
  const own = { name: '', nameEn: '', isHidden: false, isOnHome: false };
  const menu = (page: string): string[] =>
    [...page.matchAll(/<li><a href="\/chuyen-muc\/(\w+)"/g)].map((found) => found[1] ?? '');

  it('have the names and the order that the unit gives them, on every page, and none that the law demands is hidden', async () => {
    const path = await publish('Tin của trường', 'B3');
    await change({
      categories: [
        { ...own, code: 'B3', name: 'Tin trường ta' },
        { ...own, code: 'B10', isHidden: true },
      ],
    });
    for (const page of ['/', path, '/chuyen-muc/B3']) {
      const words = await text(page);
      expect(words).toContain('Tin trường ta</a>');
      expect([menu(words)[0], menu(words).includes('B10'), menu(words).includes('B1')]).toEqual(['B3', false, true]);
    }
    expect(await text('/chuyen-muc/B3')).toContain('<h1>Tin trường ta</h1>');
    expect((await board.get('/chuyen-muc/B10')).status).toBe(200);
    await expect(change({ categories: [{ ...own, code: 'B1', isHidden: true }] })).rejects.toMatchObject({
      code: 'bad_request',
    });
  });

  it('have blocks on the home page, which show what is published there at once', async () => {
    await change({ categories: [{ ...own, code: 'B4', isOnHome: true }] });
    const block = async (): Promise<string> => /<div class="blocks">[\s\S]*?<\/div>/.exec(await text('/'))?.[0] ?? '';
    expect(await block()).toBe('');
    const path = await publish('Thông báo mới', 'B4');
    expect(await block()).toContain(`<li><a href="${path}">Thông báo mới</a>`);
    expect(await block()).toContain('<h2><a href="/chuyen-muc/B4">');
  });
});

describe("what the unit's computers are told of it", () => {
  const told = () => head.feed.filter(({ kind }) => kind === 'site' || kind === 'crest');

  it('is the newest look and crest alone, and nothing of what they do not draw', async () => {
    const { settings } = await seen();
    const crimson = await drawn('crimson').png().toBuffer();
    await change({ about: { ...settings.about, slogan: 'Học để làm người' } }, crimson);
    await change({ colour: '#7a1f1f' });
    await head.pull();
    const { crest: data, settings: now } = await seen();
    expect(told()).toMatchObject([
      { kind: 'crest', crest: { hash: now.crest, data } },
      { kind: 'site', site: { slogan: 'Học để làm người', colour: '#7a1f1f', crest: now.crest } },
    ]);
    await change({ about: { ...now.about, phone: '0255 111 2222' }, people: [], pins: [] });
    // The same picture once more is the same crest.
    await change({}, crimson);
    await head.pull();
    expect(told()).toHaveLength(2);
    await change({ crest: null });
    await head.pull();
    expect(told().slice(2)).toMatchObject([{ kind: 'site', site: { crest: null } }]);
  });
});
