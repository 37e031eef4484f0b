// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asKnownBlock, type Block, type InlineNode, normaliseBlock } from '../../shared/content/index.ts';
import { cleanPage } from './index.ts';

const FIXTURES = join(import.meta.dirname, '../../test/fixtures/clipboard');

function clean(html: string) {
  let made = 0;
  const { parts, changes } = cleanPage(new DOMParser().parseFromString(html, 'text/html'), () => `b${made++}`);
  const blocks = parts.flatMap((part) => ('block' in part ? [normaliseBlock(part.block)] : []));
  for (const block of blocks) {
    expect(asKnownBlock(block), JSON.stringify(block)).not.toBeNull();
  }
  return { parts, blocks, changes: Object.fromEntries(changes.map((change) => [change.kind, change])) };
}
const cleanFile = (name: string) => clean(readFileSync(join(FIXTURES, name), 'utf8'));

/** A block in one line, to compare by eye: `h2 Kế hoạch`, `p *đậm*`, `ol 1. …`. */
function draw(block: Block): string {
  const known = asKnownBlock(block);
  if (known?.type === 'list') return drawList(known);
  if (known?.type === 'table') {
    const rows = known.rows.map(({ cells }) =>
      cells.map(({ children, colspan }) => words(children) + (colspan ? `:${colspan}` : '')).join(' | '),
    );
    return `table${known.headerRow ? ' head' : ''} ${rows.join(' / ')}`;
  }
  if (known && 'children' in known)
    return `${known.type === 'heading' ? `h${known.level}` : known.type} ${words(known.children)}`;
  return block.type;
}
function drawList(list: { ordered: boolean; start?: number | undefined; items: readonly Item[] }): string {
  const items = list.items.map(({ children, nested }) => words(children) + (nested ? ` (${drawList(nested)})` : ''));
  return `${list.ordered ? 'ol' : 'ul'}${list.start ?? ''} ${items.join('; ')}`;
}
interface Item {
  readonly children: readonly InlineNode[];
  readonly nested?: { ordered: boolean; items: readonly Item[] } | undefined;
}
function words(children: readonly InlineNode[]): string {
  return children
    .map((node) => {
      if (node.type === 'linebreak') return '⏎';
      if (node.type === 'link') return `[${words(node.children)}](${node.url})`;
      return node.format ? `{${node.format}:${node.text}}` : node.text;
    })
    .join('');
}

describe('cleaning what comes from outside', () => {
  it('keeps the structure of Word: headings, lists with levels, tables', () => {
    const { blocks, changes } = cleanFile('word.html');
    expect(blocks.map(draw)).toEqual([
      'h2 Kế hoạch năm học',
      'paragraph {1:Thời gian:} 7 giờ 30, {2:ngày 05/9/2026} tại sân trường.',
      'ol Chuẩn bị (ul Cờ và hoa); Khai mạc',
      'table head {1:Lớp} | {1:Sĩ số} / 6A | 38',
    ]);
    expect(changes.pictures?.count).toBe(1);
  });

  it('converts the runs that an old font shows, and no other', () => {
    const { blocks, changes } = cleanFile('word-tcvn3.html');
    expect(blocks.map(draw)).toEqual([
      'paragraph {1:PHÒNG GIÁO DỤC& ĐÀO TẠO HIỆP HOÀ}',
      'paragraph Trường tiểu học số 1 – Café © 2026',
      'paragraph Trường Tiểu học Nguyễn Văn Trỗi',
    ]);
    expect(changes.legacy).toMatchObject({ count: 3 });
    expect(changes.legacy?.samples[0]).toEqual({
      before: 'Phßng Gi¸o dôc& §µo t¹o hiÖp hoµ',
      after: 'PHÒNG GIÁO DỤC& ĐÀO TẠO HIỆP HOÀ',
    });
  });

  it('reads a sheet of Excel without its hidden rows', () => {
    expect(cleanFile('excel.html').blocks.map(draw)).toEqual(['table head {1:Khối} | {1:Số lớp} / Khối 6: 4 lớp:2']);
  });

  it('reads LibreOffice', () => {
    expect(cleanFile('libreoffice.html').blocks.map(draw)).toEqual([
      'h2 Thông báo',
      'paragraph {8:Kính gửi} {4:cũ} H{32:2}O, m{64:2}',
      'ol3 Mục ba (ul Ý nhỏ); Mục bốn',
      'rule',
      'quote Học, học nữa, học mãi.',
    ]);
  });

  it('reads Google Docs, whose bold wrapper is not bold', () => {
    expect(cleanFile('google-docs.html').blocks.map(draw)).toEqual([
      'paragraph {1:Hội khỏe}{2: Phù Đổng}',
      'ul Điền kinh (ul [{8:Lịch}](https://example.edu.vn/lich))',
    ]);
  });

  it('reads Zalo', () => {
    expect(cleanFile('zalo.html').blocks.map(draw)).toEqual([
      'paragraph Kính mời phụ huynh họp lớp 6A⏎19 giờ, thứ sáu',
      'paragraph Phòng 12',
    ]);
  });

  it('reads a web page, and says what it left out', () => {
    const { parts, blocks, changes } = cleanFile('web.html');
    expect(blocks.map(draw)).toEqual([
      'paragraph Bỏ qua',
      'h4 Tin nhỏ',
      'paragraph Bảng để dàn trang',
      'paragraph Xem ở đây và [trang trường](https://example.edu.vn/?a=1&b=2).',
    ]);
    expect(parts.filter((part) => 'picture' in part)).toMatchObject([{ picture: { alt: 'Cổng trường' } }]);
    expect(Object.keys(changes).sort()).toEqual(['headings', 'hidden', 'links', 'pictures']);
  });

  it.each<[string, string[]]>([
    [
      'word-merged.html',
      [
        'h2 LỊCH KIỂM TRA CUỐI KỲ',
        'paragraph Áp dụng từ {4:05/12}{8:12/12/2026}[1].',
        'table head {1:Khối} | {1:Buổi}:2 / {1:Sáng} | {1:Chiều} / 6 | Toán⏎(90 phút) | Ngữ văn',
        'rule',
        'paragraph [1] Trừ lớp 9.',
      ],
    ],
    ['word-online.html', ['h2 Phân công', 'ul {1:Cô Hoa}: trang trí; Thầy Nam: âm thanh']],
    ['google-sheets.html', ['table head {1:Câu lạc bộ} | {1:Thứ} / Cờ vua | 5 / Đọc sách⏎tại thư viện | ']],
    ['libreoffice-calc.html', ['table head {1:Tuần} | {1:Nội dung} / 14 | Ôn tập {2:học kỳ}']],
    [
      'zalo-chat.html',
      [
        'paragraph Cả nhà xem lịch ở [https://truong.example.edu.vn/lich?x=1](https://truong.example.edu.vn/lich?x=1) nhé 🌸',
        'paragraph @Cô Hoa gửi {1:danh mục sách}⏎⏎Cảm ơn!',
      ],
    ],
    [
      'news-page.html',
      [
        'h2 Trường vùng cao đón năm học mới',
        'paragraph Kon TumHơn 300 học sinh đến lớp sáng 5/9.',
        'paragraph Sân trường ngày khai giảng. Ảnh: {2:Minh Anh}',
        'h2 Thêm phòng học',
        'paragraph Nhà trường có thêm {1:4 phòng}; xem chuyên mục.',
        'quote “Các em rất vui”, cô hiệu trưởng nói.',
        'ul [Tin liên quan](https://bao.example/tin?utm_source=x)',
      ],
    ],
    [
      'word-vnh.html',
      [
        'h2 THÔNG BÁO TUYỂN SINH LỚP 6',
        'paragraph Đối tượng: {1:học sinh} đã hoàn thành chương trình tiểu học; Email: a@truong.vn',
        'paragraph Sở Giáo dục và Đào tạo Quảng Ngãi',
        'ol Hồ sơ',
      ],
    ],
  ])('reads %s', (name, drawn) => {
    expect(cleanFile(name).blocks.map(draw)).toEqual(drawn);
  });

  it('composes letters of two signs, across two runs as well', () => {
    const { blocks, changes } = clean(`<p>${'Tiếng'.normalize('NFD')} vie<span>\u0323\u0302t</span></p>`);
    expect(blocks.map(draw)).toEqual(['paragraph Tiếng việt']);
    expect(changes.composed?.count).toBe(1);
  });

  it('splits a table of too many rows and writes out one of too many columns, without dropping a word', () => {
    const long = `<table>${'<tr><td>a</td><td>b</td></tr>'.repeat(501)}</table>`;
    expect(clean(long).blocks.map((block) => (block as { rows: unknown[] }).rows.length)).toEqual([500, 1]);
    const wide = `<table><tr>${'<td>x</td>'.repeat(31)}</tr></table>`;
    expect(clean(wide).blocks.map(draw)).toEqual([`paragraph ${Array(31).fill('x').join(' | ')}`]);
  });

  it.each([
    '<script>alert(1)</script>',
    '<p onclick="alert(1)" onmouseover=alert(1)>chữ</p>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">chữ</a>',
    '<a href=" java\tscript:alert(1)">chữ</a>',
    '<a href="data:text/html,<script>alert(1)</script>">chữ</a>',
    '<a href="vbscript:msgbox(1)">chữ</a>',
    '<iframe name="evil"></iframe><iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<svg><script>alert(1)</script><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
    '<object data="evil.swf"></object><embed src="evil.swf">',
    '<form action="https://evil.example"><input value="x"><button formaction="javascript:alert(1)">x</button></form>',
    '<style>@import "https://evil.example/x.css"; p{background:url(javascript:alert(1))}</style>',
    '<p style="background:url(https://evil.example/x.png);width:expression(alert(1))">chữ</p>',
    '<base href="https://evil.example/"><meta http-equiv=refresh content="0;url=javascript:alert(1)">',
    '<template><script>alert(1)</script></template><noscript><img src=x onerror=alert(1)></noscript>',
    '<video src=x onerror=alert(1)></video><audio autoplay onplay=alert(1)></audio>',
    '<svg><animate attributeName=href values=javascript:alert(1) /><a id=x><text x=20>x</text></a></svg>',
    '<a href="&#106;avascript&colon;alert(1)">chữ</a><a href="\u0001javascript:alert(1)">chữ</a>',
    '<object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">',
    '<p style="behavior:url(https://evil.example)">chữ</p>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<details open ontoggle=alert(1)><summary>x</summary></details><marquee onstart=alert(1)>x</marquee>',
    '<xml><o:OLEObject Type="Embed" onload=alert(1)></o:OLEObject></xml>',
    '<img srcset="https://evil.example/x.png 1x" src="https://evil.example/y.png">',
    '<!--[if gte IE 4]><script>alert(1)</script><![endif]-->',
    '<table background="javascript:alert(1)"><tr><td onclick=alert(1)>a<td>b</table>',
  ])('lets nothing through that runs or loads: %s', (html) => {
    const { parts } = clean(html);
    // Letters, our own names and safe addresses are all that a block can hold.
    expect(JSON.stringify(parts)).not.toMatch(/alert|script|evil|onclick|expression|msgbox/i);
  });

  it('survives what is nested without end', () => {
    const deep = `${'<div>'.repeat(3_000)}chữ${'</div>'.repeat(3_000)}`;
    expect(clean(deep).blocks.map(draw)).toEqual(['paragraph chữ']);
    const lists = `${'<ul><li>a'.repeat(60)}${'</li></ul>'.repeat(60)}`;
    expect(JSON.stringify(clean(lists).blocks).match(/"text":"a"/g)).toHaveLength(60);
  });
});
