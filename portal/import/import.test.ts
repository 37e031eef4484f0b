import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ATTACKS, OLD_POSTS, wordPressExport } from '../../test/fixtures/wordpress/make.ts';
import { inspect } from '../inspection/index.ts';
import { readIdentity } from '../portal.ts';
import { type Board, type BoardMember, paragraph, startBoard } from '../testing/index.ts';
import { type ImportReport, importWordPress } from './index.ts';

let board: Board;
let head: BoardMember;
const folder = mkdtempSync(join(tmpdir(), 'wordpress-'));
const uploads = join(folder, 'uploads');
const file = join(folder, 'export.xml');
let reports: Record<'dry' | 'first' | 'second', ImportReport>;

function run(isDryRun: boolean, from = file): Promise<ImportReport> {
  return board.inStore(async (store) => {
    const { identity, unit } = await readIdentity(store, board.folder);
    const parts = { store, folder: board.folder, identity, unit, uploads, told: new Map<string, string>(), isDryRun };
    return importWordPress({ ...parts, file: from, by: head.member.id, now: () => board.clock.time });
  });
}

async function count(
  table: 'publication' | 'mutation' | 'change' | 'audit' | 'media' | 'moved_address',
): Promise<number> {
  const rows = await board.inStore((store) => store.selectFrom(table).selectAll().execute());
  return rows.length;
}

beforeAll(async () => {
  board = await startBoard({ origin: 'https://thcssongtra.example' });
  head = await board.signIn('head');
  mkdirSync(join(uploads, '2019/05'), { recursive: true });
  for (const [name, background] of [
    ['doc-sach.png', '#a33'],
    ['san-truong.png', '#3a3'],
  ] as const)
    writeFileSync(
      join(uploads, '2019/05', name),
      await sharp({ create: { width: 90, height: 60, channels: 3, background } })
        .png()
        .toBuffer(),
    );
  writeFileSync(join(uploads, '2019/05/the-le.pdf'), '%PDF-1.4\n%…\n');
  writeFileSync(join(folder, 'wp-config.php'), 'mật khẩu cơ sở dữ liệu');
  symlinkSync(join(folder, 'wp-config.php'), join(uploads, '2019/05/lien-ket.png'));
  writeFileSync(file, wordPressExport());
  const dry = await run(true);
  expect(await count('publication')).toBe(0);
  reports = { dry, first: await run(false), second: await run(false) };
});
afterAll(async () => {
  await board.close();
  rmSync(folder, { recursive: true, force: true });
});

const text = async (path: string): Promise<string> => (await board.get(path)).text();
async function pageOf(old: string): Promise<string> {
  const moved = await board.get(old);
  expect([old, moved.status]).toEqual([old, 301]);
  return text(moved.headers.get('location') ?? '');
}

describe('an export of WordPress', () => {
  it('is tried without a change, brought in once, and changes nothing when it is brought in again', async () => {
    const { isDryRun: _, ...wanted } = reports.dry;
    const { isDryRun: __, ...done } = reports.first;
    expect(done).toEqual(wanted);
    expect(done).toMatchObject({ posts: 3, pages: 1, known: 0, pictures: 2, files: 1 });
    expect(reports.second).toMatchObject({ posts: 0, pages: 0, known: 4, pictures: 0 });
    const before = [await count('change'), await count('audit'), await count('moved_address')];
    await run(false);
    expect([await count('change'), await count('audit'), await count('moved_address')]).toEqual(before);
  });

  it('keeps words, lists, tables, pictures, files and dates, and takes the old addresses along', async () => {
    const page = await pageOf(OLD_POSTS.block);
    expect(page).toContain('<h1>Ngày hội đọc sách &amp; kể chuyện</h1>');
    expect(page).toContain('<strong>hơn 300</strong>');
    expect(page).toMatch(/<img [^>]*alt="Học sinh đọc sách"[^>]*>.*<figcaption>Thư viện sáng nay/s);
    expect(page).toMatch(/<li>Sáng: đọc<ul><li>Lớp 6<\/li><\/ul><\/li>/);
    expect(page).toMatch(/<th[^>]*>Lớp<\/th>/);
    expect(page).toContain('https://www.youtube.com/watch?v=dQw4w9WgXcQ');
    expect(page).toContain('2019-05-12T03:30:00.000Z');
    const pdf = /href="(\/tep\/[0-9a-f]{64}\.pdf)"/.exec(page)?.[1] ?? '';
    expect((await board.get(pdf)).status).toBe(200);
    for (const [old, to] of [
      ['/?p=21', /^\/bai-viet\/ngay-hoi-doc-sach-ke-chuyen-[0-9a-f]{12}$/],
      ['/2019/05/ngay-hoi-doc-sach', /^\/bai-viet\/ngay-hoi/],
      ['/2018/11/kế-hoạch-tuyển-sinh/', /^\/bai-viet\/ke-hoach-tuyen-sinh-/],
      ['/?page_id=30', /^\/bai-viet\/gioi-thieu-nha-truong-/],
      ['/category/tin-tuc/', /^\/chuyen-muc\/B2$/],
      ['/wp-content/uploads/2019/05/the-le.pdf', /^\/tep\//],
      ['/feed/', /^\/atom\.xml$/],
    ] as const) {
      const moved = await board.get(old);
      expect([old, moved.status, moved.headers.get('location')]).toEqual([old, 301, expect.stringMatching(to)]);
    }
  });

  it('reads the paragraphs, captions and galleries of the old editor, and broken markup as a browser does', async () => {
    const page = await pageOf(OLD_POSTS.classic);
    expect(page).toContain('<p>Căn cứ kế hoạch [1], nhà trường thông báo.<br>Hồ sơ nhận từ 1/6.</p>');
    expect(page).toMatch(/alt="Sân trường mùa hè"[^>]*>.*<figcaption>Sân trường mùa hè/s);
    expect(page).toContain('class="gallery"');
    expect(page).toContain('ô lạc');
    expect(page).not.toContain('contact-form');
    expect(page).toContain('href="/chuyen-muc/B8"');
  });

  it('carries no code over, wherever it was written', async () => {
    const page = await pageOf(OLD_POSTS.attack);
    const list = await text('/');
    for (const shown of [page, list, await text('/atom.xml'), await text('/tim-kiem?q=tan+cong')]) {
      expect(shown).not.toMatch(
        /<script(?! type="application\/ld\+json")|<iframe|<svg|<object|<embed|<form action="http|<base|http-equiv/i,
      );
      expect(shown).not.toMatch(/<[^>]*\s(?:on\w+|style|srcdoc)\s*=/i);
      expect(shown).not.toMatch(/(?:href|src)="(?!https?:|\/|#|mailto:|tel:)/i);
    }
    expect(page).toContain('bấm');
    expect(ATTACKS.length).toBeGreaterThan(10);
  });

  it('leaves out what was not for everybody, and tells each thing that did not fit', async () => {
    const list = await text('/');
    for (const secret of ['Bản nháp riêng', 'Bài riêng tư', 'Bài có mật khẩu', 'Hay quá'])
      expect(list).not.toContain(secret);
    const told = new Set(reports.first.problems.map(({ code }) => code));
    for (const code of [
      ...(['not_public', 'protected', 'other_type', 'comments', 'shortcode', 'picture_elsewhere'] as const),
      ...(['picture_missing', 'unsafe_link', 'dropped_element'] as const),
    ])
      expect(told).toContain(code);
    expect(reports.first.categories).toContainEqual(expect.objectContaining({ slug: 'linh-tinh', how: 'rest' }));
  });

  it('is marked in the log, proven by it, and public without an approval until somebody edits it', async () => {
    const kinds = await board.inStore(async (store) => {
      const rows = await store.selectFrom('mutation').select(['name', 'person']).execute();
      const { unit } = await readIdentity(store, board.folder);
      return { rows, found: await inspect(store, unit.id) };
    });
    const imported = kinds.rows.filter(({ name }) => name === 'post.import');
    expect(imported).toHaveLength(4);
    expect(imported.every(({ person }) => person === null)).toBe(true);
    expect(kinds.found.findings).toEqual([]);

    await head.pull();
    const change = head.feed.find((line) => line.kind === 'mutation' && line.mutation.name === 'post.import');
    const post = change?.kind === 'mutation' ? (change.post ?? '') : '';
    const status = head.status(post);
    expect(status).toMatchObject({ state: 'published', owner: head.member.id });
    const before = head.received(status.live ?? '');
    const draft = {
      ...before,
      parents: [status.live ?? ''],
      blocks: [paragraph('Đã sửa lại.')],
      cover: null,
      media: [],
    };
    const edited = head.mint(post, draft);
    const args = { post, revision: edited.id, base: status.live };
    const save = head.mutate('post.save', args, [status.last ?? '']);
    const saved = await head.send({ revisions: [edited], mutations: [save] });
    expect(saved.verdicts).toMatchObject([{ outcome: 'accepted' }]);
    // The old words stay until the edit has gone its whole way.
    expect((await board.get(`/bai-viet/${post.replaceAll('-', '').slice(-12)}`)).status).toBe(301);
    expect(await text('/tim-kiem?q=da+sua+lai')).not.toContain('<mark>');
  });
});

describe('the folder of uploads', () => {
  it('is the only place files come from: no name leads out of it, and nothing is fetched', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    }).listen(0, '127.0.0.1');
    await new Promise((done) => server.once('listening', done));
    const address = server.address();
    const own = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
    const names = [
      ...[
        '2019/05/lien-ket.png',
        '../wp-config.php',
        '..%2fwp-config.php',
        '%2e%2e/wp-config.php',
        '2019%5c..%5cx.png',
      ],
      ...['2019/05/doc-sach.png%00.jpg', '/etc/passwd', '....//wp-config.php'],
    ];
    const images = names.map((name) => `<img src="${own}/wp-content/uploads/${name}">`).join('');
    const other = join(folder, 'other.xml');
    const item = `<item><title>Đường vòng</title><link>${own}/vong/</link><wp:post_id>900</wp:post_id><wp:status>publish</wp:status>
<wp:post_type>post</wp:post_type><wp:post_date_gmt>2020-02-02 00:00:00</wp:post_date_gmt>
<content:encoded><![CDATA[<p>Chữ ${images} <a href="${own}/x.pdf">x</a></p><img src="${own}/latest/meta-data">]]></content:encoded></item>`;
    writeFileSync(other, wordPressExport(item));
    const before = await count('media');
    const report = await run(false, other);
    expect(report.posts).toBe(1);
    expect(await count('media')).toBe(before);
    expect(report.problems.filter(({ where }) => where === 'Đường vòng').length).toBeGreaterThan(names.length - 2);
    expect(asked).toEqual([]);
    await new Promise((done) => server.close(done));
  });

  it('refuses what is no export, and expands no entity that a file defines', async () => {
    const bomb = join(folder, 'bomb.xml');
    writeFileSync(bomb, '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>');
    await expect(run(false, bomb)).rejects.toMatchObject({ code: 'import_not_wxr' });
    await expect(run(false, join(folder, 'không-có.xml'))).rejects.toMatchObject({ code: 'import_unreadable' });
  });

  it('reads a page of absurd depth as its words alone', async () => {
    const deep = join(folder, 'deep.xml');
    const nested = `${'<div><ul><li>'.repeat(20_000)}đáy`;
    const item = `<item><title>Sâu</title><wp:post_id>901</wp:post_id><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<wp:post_date_gmt>2020-02-03 00:00:00</wp:post_date_gmt><content:encoded><![CDATA[${nested}]]></content:encoded></item>`;
    writeFileSync(deep, wordPressExport(item));
    const report = await run(false, deep);
    expect(report.problems).toContainEqual({ code: 'too_deep', where: 'Sâu', detail: '' });
    expect(await text('/tim-kiem?q=day')).toContain('<mark>đáy</mark>');
  });
});

describe('an export with categories under others and more than a post may hold', () => {
  it('leads the addresses of categories within categories to ours, and tells everything that was cut', async () => {
    const line = (slug: string, name: string, parent: string): string =>
      `<wp:category><wp:category_nicename>${slug}</wp:category_nicename><wp:category_parent>${parent}</wp:category_parent><wp:cat_name>${name}</wp:cat_name></wp:category>`;
    const tags = Array.from(
      { length: 23 },
      (_, index) => `<category domain="post_tag" nicename="t${index}">thẻ ${index}</category>`,
    );
    const pictures = Array.from({ length: 53 }, (_, index) => 100 + index);
    const names = ['doc-sach', 'san-truong'];
    const library = pictures.map(
      (id) =>
        `<item><title>Ảnh ${id}</title><wp:post_id>${id}</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://cu.example/wp-content/uploads/2019/05/${names[id % 2]}.png</wp:attachment_url></item>`,
    );
    const nested = join(folder, 'nested.xml');
    writeFileSync(
      nested,
      `<?xml version="1.0"?><rss xmlns:wp="w" xmlns:content="c" xmlns:excerpt="e" xmlns:dc="d"><channel>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://cu.example</wp:base_blog_url>
${line('doan-the', 'Đoàn thể', '')}${line('doan-doi', 'Đoàn – Đội', 'doan-the')}${line('chi-doi', 'Chi đội', 'doan-doi')}
${line('vong-a', 'Vòng A', 'vong-b')}${line('vong-b', 'Vòng B', 'vong-a')}
<item><title>Đại hội chi đội</title><link>https://cu.example/dai-hoi</link><wp:post_id>7</wp:post_id>
<wp:post_type>post</wp:post_type><wp:status>publish</wp:status><wp:post_date_gmt>2019-05-12 03:30:00</wp:post_date_gmt>
<category domain="category" nicename="chi-doi">Chi đội</category><category domain="category" nicename="vong-a">Vòng A</category>
${tags.join('')}<excerpt:encoded>${'tóm tắt '.repeat(200)}</excerpt:encoded>
<content:encoded><![CDATA[[gallery ids="${pictures.join(',')}"]<p><img src="https://cu.example/wp-content/uploads/2019/05/doc-sach.png" alt="${'mô tả '.repeat(150)}"></p>]]></content:encoded></item>
${library.join('')}</channel></rss>`,
    );
    const { problems, posts } = await run(false, nested);
    expect(posts).toBe(1);
    const told = (code: string): string[] => problems.filter((one) => one.code === code).map(({ detail }) => detail);
    expect(told('summary_cut')).toEqual([expect.stringMatching(/^tóm tắt tóm tắt/)]);
    expect(told('tags_cut')).toEqual(['23 → 20']);
    expect(told('gallery_cut')).toEqual(['53 → 50']);
    expect(told('words_cut')).toEqual([expect.stringMatching(/^mô tả mô tả/)]);
    for (const old of ['/category/doan-the/doan-doi/chi-doi/', '/category/chi-doi', '/category/vong-b/vong-a']) {
      const moved = await board.get(old);
      expect([old, moved.status, moved.headers.get('location')]).toEqual([old, 301, '/chuyen-muc/B2']);
    }
  });
});
