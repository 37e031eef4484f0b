import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import type { Block, Revision } from '../../../shared/content/index.ts';
import { readDocx } from '../import/index.ts';
import { type MediaShelf, openMediaShelf, shrinkPicture } from '../media/index.ts';
import { contentShown, createPost, type Desk, writeDraft } from '../posts/index.ts';
import { openTestDesk } from '../testing/folder.ts';
import { saveAsDocx, toDocx } from './index.ts';

const words = (text: string, format?: number) => [
  { type: 'text' as const, text, ...(format === undefined ? {} : { format }) },
];
const NAMES = { missing: '[thiếu]', styleNames: { note: 'Khung thông báo', important: 'Khung lưu ý' } };
const BLOCKS: Block[] = [
  { id: 'h', type: 'heading', level: 2, children: words('Thời gian') },
  {
    id: 'p',
    type: 'paragraph',
    children: [
      ...words('Xem '),
      { type: 'link', url: 'https://moet.gov.vn/', children: words('trang của Bộ') },
      ...words(' đậm', 1),
      ...words('2', 64),
    ],
  },
  {
    id: 'l',
    type: 'list',
    ordered: true,
    items: [
      { id: 'l1', children: words('Một'), nested: { ordered: false, items: [{ id: 'l2', children: words('Một a') }] } },
      { id: 'l3', children: words('Hai') },
    ],
  },
  { id: 'c', type: 'callout', tone: 'important', children: words('Nghỉ học ngày mai') },
  {
    id: 't',
    type: 'table',
    caption: 'Lịch thi',
    headerRow: true,
    headerColumn: false,
    rows: [
      { id: 'r1', cells: [{ children: words('Lớp') }, { children: words('Phòng') }] },
      { id: 'r2', cells: [{ children: words('Cả trường'), colspan: 2 }] },
    ],
  },
  { id: 'v', type: 'video', url: 'https://youtu.be/abc', title: 'Lễ khai giảng' },
  { id: 'z', type: 'of-a-newer-version' },
];

async function post(desk: Desk, shelf: MediaShelf): Promise<string> {
  const png = await sharp({ create: { width: 900, height: 300, channels: 3, background: '#2a6' } })
    .png()
    .toBuffer();
  const picture = await shrinkPicture(png, 'vuon.png');
  shelf.put(picture.reference, picture.data);
  const figure = {
    ...{ id: 'f', type: 'figure', media: picture.reference.hash },
    ...{ alt: 'Học sinh tưới rau', caption: 'Vườn rau lớp 6A' },
  };
  const blocks = [...BLOCKS, figure];
  const made = createPost(desk);
  writeDraft(desk, {
    post: made,
    fields: { title: 'Kế hoạch năm học', summary: 'Tóm tắt ngắn.' },
    order: blocks.map(({ id }) => id),
    blocks,
  });
  return made;
}

it('what goes out as a Word document comes in again: headings, lists, tables, pictures, links', async () => {
  const { desk, folder } = openTestDesk();
  const shelf = openMediaShelf(desk.db, join(folder, 'media'));
  const downloads = join(folder, 'downloads');
  const wanted = { desk, shelf, downloads, names: NAMES };
  const made = await post(desk, shelf);
  const path = await saveAsDocx(wanted, made);
  expect(path).toBe(join(downloads, 'ke-hoach-nam-hoc.docx'));
  const { html } = await readDocx(readFileSync(path));
  expect(html).toContain('<h1>Kế hoạch năm học</h1>');
  expect(html).toContain('<strong>Tóm tắt ngắn.</strong>');
  expect(html).toContain('<h2>Thời gian</h2>');
  expect(html).toContain('<a href="https://moet.gov.vn/">trang của Bộ</a><strong> đậm</strong><sup>2</sup>');
  expect(html).toContain('<ol><li value="1">Một<ul><li>Một a</li></ul></li><li value="2">Hai</li></ol>');
  expect(html).toContain('Nghỉ học ngày mai');
  expect(html).toContain('Lịch thi');
  expect(html).toMatch(/<thead><tr><th><p><strong>Lớp<\/strong><\/p><\/th>/);
  expect(html).toContain('<td colspan="2"><p>Cả trường</p></td>');
  expect(html).toContain('<a href="https://youtu.be/abc">Lễ khai giảng</a>');
  expect(html).toMatch(/<img alt="Học sinh tưới rau" src="data:image\/jpeg;base64,/);
  expect(html).toContain('<p>Vườn rau lớp 6A</p>');
  expect(html).toContain('[thiếu]');
});

it('takes no other file’s place, and never writes a stamped text', async () => {
  const { desk, folder } = openTestDesk();
  const shelf = openMediaShelf(desk.db, join(folder, 'media'));
  const downloads = join(folder, 'downloads');
  const wanted = { desk, shelf, downloads, names: NAMES };
  const made = await post(desk, shelf);
  await saveAsDocx(wanted, made);
  expect(await saveAsDocx(wanted, made)).toBe(join(downloads, 'ke-hoach-nam-hoc (2).docx'));
  const stamp: Block = { id: 's', type: 'paragraph', children: words('TUYỆT MẬT') };
  writeDraft(desk, { post: made, fields: null, order: ['s'], blocks: [stamp] });
  await expect(saveAsDocx(wanted, made)).rejects.toMatchObject({ code: 'state_secret' });
  expect(existsSync(join(downloads, 'ke-hoach-nam-hoc (3).docx'))).toBe(false);
});

it('a picture that is not on this computer leaves its words', async () => {
  const { desk, folder } = openTestDesk();
  const made = await post(desk, openMediaShelf(desk.db, join(folder, 'media')));
  const around = { picture: () => Promise.resolve(null), file: () => null, ...NAMES };
  const { html } = await readDocx(await toDocx(contentShown(desk, made) as Revision, around));
  expect(html).toContain('[thiếu] Học sinh tưới rau');
});

it('gives quotations, call-outs and captions styles of their own, and says of files and videos what a page says', async () => {
  const [media, hash] = ['a'.repeat(64), 'b'.repeat(64)];
  const cell = (text: string) => ({ children: words(text) });
  const blocks: Block[] = [
    { id: 'q', type: 'quote', children: words('Học, học nữa\u0007') },
    { id: 'n', type: 'callout', tone: 'note', children: words('Nhớ mang vở') },
    { id: 'i', type: 'callout', tone: 'important', children: words('Nghỉ học') },
    {
      ...{ id: 'g', type: 'gallery', caption: 'Hội trại' },
      items: [
        { id: 'g1', media, alt: 'Lều trại', caption: 'Lớp 6A' },
        { id: 'g2', media, alt: 'bỏ', decorative: true },
      ],
    },
    { id: 'f', type: 'figure', media, alt: 'Cổng', caption: 'Cổng trường', credit: 'Ảnh: Hoa' },
    {
      ...{ id: 't', type: 'table', headerRow: false, headerColumn: true },
      rows: [
        { id: '1', cells: [{ ...cell('Khối 6'), rowspan: 2 }, cell('6A')] },
        { id: '2', cells: [cell('6B')] },
        { id: '3', cells: [cell('Khối 7'), cell('7A')] },
      ],
    },
    { id: 'v', type: 'video', url: 'https://youtu.be/abc', title: 'Khai giảng' },
    { id: 'd', type: 'file', media: hash, title: 'Kế hoạch' },
  ];
  const { desk, folder } = openTestDesk();
  const made = await post(desk, openMediaShelf(desk.db, join(folder, 'media')));
  const revision = { ...(contentShown(desk, made) as Revision), blocks };
  const data = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#2a6' } })
    .jpeg()
    .toBuffer();
  const bytes = await toDocx(revision, {
    picture: () => Promise.resolve({ data, width: 9, height: 9 }),
    file: () => ({ name: 'ke-hoach.pdf', about: 'PDF, 12 KB' }),
    ...NAMES,
  });
  const { 'word/document.xml': body, 'word/styles.xml': sheet } = unzipSync(bytes);
  const [xml, styles] = [strFromU8(body as Uint8Array), strFromU8(sheet as Uint8Array)];
  const styled = [...xml.matchAll(/<w:pStyle w:val="(\w+)"\/>.*?<w:t[^>]*>([^<]*)/g)].map(([, name, text]) => [
    name,
    text,
  ]);
  expect(styled.slice(1)).toEqual([
    ['Quote', 'Học, học nữa'],
    ['CalloutNote', 'Nhớ mang vở'],
    ['CalloutImportant', 'Nghỉ học'],
    ['Caption', 'Lớp 6A'],
    ['Caption', 'Hội trại'],
    ['Caption', 'Cổng trường Ảnh: Hoa'],
  ]);
  const styleOf = (id: string) => styles.split(`w:styleId="${id}"`)[1]?.split('</w:style>')[0];
  expect(styleOf('Quote')).toMatch(/<w:left [^>]*w:val="single".*<w:ind w:left="480" w:right="480"/);
  expect(styleOf('CalloutImportant')).toMatch(
    /w:name w:val="Khung lưu ý".*<w:top .*<w:shd w:fill="FDEBD8" w:val="clear"/,
  );
  const alts = [...xml.matchAll(/<wp:docPr [^>]*>/g)].map(([shown]) => / descr="([^"]+)"/.exec(shown)?.[1]);
  expect(alts).toEqual(['Lều trại', undefined, 'Cổng']);
  // What says that words are not slanted would take the slant of their style.
  expect(xml).not.toMatch(/<w:(?:b|i|strike) w:val="false"/);
  expect(xml).toMatch(/<w:rStyle w:val="Hyperlink"\/>.{0,80}Khai giảng/);
  const bold = [...xml.matchAll(/<w:b\/>.*?<w:t[^>]*>([^<]*)/g)].map(([, text]) => text);
  expect(bold).toEqual(['Tóm tắt ngắn.', 'Khối 6', 'Khối 7']);
  const { html } = await readDocx(bytes);
  expect(html).toContain('<blockquote><p>Học, học nữa</p></blockquote>');
  expect(html).toContain('<a href="https://youtu.be/abc">Khai giảng</a> (youtu.be)');
  expect(html).toContain('<p>Kế hoạch (PDF, 12 KB)</p>');
});
