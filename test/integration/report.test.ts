import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { makeComputer, makePortal, PASSWORD, PIN, signedIn, sync } from './board.ts';

/** Everything of the main job that must not be in what a person sends for help, as it would stand in the text. */
const MARKERS = [
  'Dấu-tiêu-đề',
  'Dấu-nội-dung',
  'Dấu-tóm-tắt',
  'Dấu-lý-do',
  'Dấu-tên-tệp',
  'Dấu-mô-tả',
  'Dấu-tìm-kiếm',
  'Trần Thu Hà',
  'Sông Trà',
  'tacgia',
  'truongban',
  PASSWORD,
  'mật khẩu sai',
];

/** The text of every file of the log. */
function logOf(home: string): string {
  const folder = join(home, 'log');
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');
}

describe('log and diagnostic file', () => {
  it('tell what happened, and hold no word of the main job, no name, no address and no secret', async () => {
    const portal = await makePortal();
    const author = await signedIn(portal, 'tacgia');
    const head = await signedIn(portal, 'truongban');
    const photo = await sharp({ create: { width: 80, height: 50, channels: 3, background: '#357' } })
      .jpeg()
      .toBuffer();
    const picture = await author.client.call('media.add', {
      name: 'Dấu-tên-tệp.jpg',
      data: photo.toString('base64'),
    });
    const post = await author.write('Dấu-tiêu-đề', ['Dấu-nội-dung']);
    const { base } = await author.client.call('posts.open', { post });
    await author.client.call('draft.write', {
      post,
      base,
      fields: { summary: 'Dấu-tóm-tắt', cover: { media: picture.hash, alt: 'Dấu-mô-tả' } },
      order: null,
      blocks: [],
    });
    await author.act(post, 'submit');
    await sync(author);
    await sync(head);
    await expect(head.act(post, 'return', { reason: ' ' })).rejects.toMatchObject({ code: expect.any(String) });
    await expect(head.client.call('approval.unlock', { pin: '000000' })).rejects.toMatchObject({ code: 'pin_wrong' });
    const { revision } = await head.open(post);
    await head.act(post, 'return', { revision, reason: 'Dấu-lý-do' });
    await sync(head);
    await head.client.call('posts.list', { filter: 'all', category: null, query: 'Dấu-tìm-kiếm', offset: 0, limit: 5 });
    await head.client.call('report.windowBug', {
      name: 'TypeError',
      stack: `TypeError: Dấu-nội-dung\n    at draw (${portal.url()}/assets/index-a1B2.js:10:20)`,
    });
    await expect(
      author.client.call('connect.signIn', { address: portal.url(), account: 'tacgia', password: 'mật khẩu sai' }),
    ).rejects.toMatchObject({ code: 'wrong_password' });
    await portal.stop();
    await sync(author);

    for (const { client, home } of [author, head]) {
      const { fileName, text } = await client.call('report.make', null);
      expect(fileName).toMatch(/^ban-thao-chan-doan-\d{4}-\d\d-\d\d\.json$/);
      const token = /"token":"([^"]+)"/.exec(secretsOf(home))?.[1] ?? '';
      expect(token.length).toBeGreaterThan(20);
      const forbidden = [...MARKERS, PIN, token, post, new URL(portal.url()).host, home, portal.folder];
      const log = logOf(home);
      expect(log).toContain('"event":"sync_ended"');
      for (const [name, held] of Object.entries({ text, log }))
        expect([name, forbidden.filter((marker) => held.includes(marker))]).toEqual([name, []]);
      expect(JSON.parse(text)).toMatchObject({
        product: 'ban-thao',
        version: 'test',
        data: { kind: 'unit', rows: { post: 1 }, recovery: null },
        log: expect.arrayContaining([expect.objectContaining({ event: 'started', version: 'test' })]),
      });
    }
    expect(logOf(head.home)).toContain('"frames":["draw index-a1B2.js:10:20"]');
    expect(logOf(head.home)).toContain('"procedure":"approval.unlock","code":"pin_wrong"');
    expect(logOf(author.home)).toContain('"state":"offline"');
  });

  it('can be made before anyone has signed in', async () => {
    const { text } = await (await makeComputer()).client.call('report.make', null);
    expect(JSON.parse(text)).toMatchObject({ product: 'ban-thao', data: null });
  });
});

/** The database as bytes: the token is in there, and its log. */
function secretsOf(home: string): string {
  const folder = join(home, 'profiles', 'unit');
  return readdirSync(folder)
    .filter((name) => name.startsWith('database'))
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('');
}
