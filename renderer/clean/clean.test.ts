// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cleanHtml as clean, drawn as draw } from './testing/drawn.ts';

const FIXTURES = join(import.meta.dirname, '../../test/fixtures/clipboard');
const cleanFile = (name: string) => clean(readFileSync(join(FIXTURES, name), 'utf8'));

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
        'paragraph Áp dụng từ 12/12/2026[1].',
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
        'paragraph a) Hồ sơ',
      ],
    ],
  ])('reads %s', (name, drawn) => {
    expect(cleanFile(name).blocks.map(draw)).toEqual(drawn);
  });

  /** A paragraph that Word numbers by itself. */
  const numbered = (mark: string, words: string, place = 'l0 level1 lfo1') =>
    `<p class=MsoListParagraph style='mso-list:${place}'><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span>${words}</p>`;

  it('keeps the words that Word numbers with, and goes on counting below what stands between', () => {
    const drawn = (html: string) => clean(html).blocks.map(draw);
    expect(drawn(numbered('Câu 1:', 'Kể tên.') + numbered('Câu 2:', 'Vì sao?'))).toEqual([
      'paragraph Câu 1: Kể tên.',
      'paragraph Câu 2: Vì sao?',
    ]);
    expect(drawn(`${numbered('I.', 'A')}<p>a</p>${numbered('II.', 'B')}<p>b</p>${numbered('c)', 'C')}`)).toEqual([
      'paragraph I. A',
      'paragraph a',
      'paragraph II. B',
      'paragraph b',
      'paragraph c) C',
    ]);
    expect(drawn(`${numbered('2.1.', 'A', 'l0 level2 lfo1')}<p>a</p>${numbered('3/', 'B')}`)).toEqual([
      'paragraph 2.1. A',
      'paragraph a',
      'ol3 B',
    ]);
    expect(drawn(numbered('2.', 'A') + numbered('2.1.', 'B', 'l0 level2 lfo1'))).toEqual(['ol2 A (ol B)']);
    expect(drawn(numbered('o', 'A') + numbered('§', 'B', 'l0 level2 lfo1'))).toEqual(['ul A (ul B)']);
  });

  it('keeps the letters and Roman numbers of lists as words: a text names điểm a, khoản 2, mục II', () => {
    const drawn = (html: string) => clean(html).blocks.map(draw);
    expect(drawn('<ol type="I" start=3><li>A<ol><li>x<li>y</ol><li>B</ol>')).toEqual([
      'paragraph III. A',
      'ol x; y',
      'paragraph IV. B',
    ]);
    expect(drawn('<ol><li>Khoản<ol style="list-style-type:lower-alpha"><li>x<li>y</ol><li>Khoản</ol><p>k</p>')).toEqual(
      ['ol Khoản', 'paragraph a. x', 'paragraph b. y', 'ol2 Khoản', 'paragraph k'],
    );
    expect(drawn('<style>li.a{list-style-type:upper-roman}</style><ol><li class=a value=4>A<li>B</ol>')).toEqual([
      'paragraph IV. A',
      'ol5 B',
    ]);
    const words = ['a)', 'đ)', '(ii)', 'A', 'Ø', 'o'].map((mark) => numbered(mark, mark));
    const bullet = numbered('Ø', 'A').replace('mso-list:Ignore', 'font-family:Wingdings;mso-list:Ignore');
    expect(drawn(words.join('') + bullet)).toEqual([
      ...['paragraph a) a)', 'paragraph đ) đ)', 'paragraph (ii) (ii)', 'paragraph A A', 'paragraph Ø Ø'],
      'ul o; A',
    ]);
    const table = '<table><tr><td><ol type=a><li>x<li>y</ol></td><td>z</td></tr></table>';
    expect(drawn(table)).toEqual(['table a. x⏎b. y | z']);
    expect(drawn(`<table><tr><td>${numbered('Câu 1:', 'x')}</td><td>z</td></tr></table>`)).toEqual([
      'table Câu 1: x | z',
    ]);
  });

  it('lets no list count otherwise than it did', () => {
    const drawn = (html: string) => clean(html).blocks.map(draw);
    expect(drawn('<ol><li>A<table><tr><td>a</td><td>b</td></tr></table></li><li>B</li></ol>')).toEqual([
      'ol A',
      'table a | b',
      'ol2 B',
    ]);
    expect(drawn('<ol><li>A<li value=5>B<li>C</ol>')).toEqual(['ol A', 'ol5 B; C']);
    expect(drawn('<ol><li>A<ol start=3><li>x</ol><li>B</ol>')).toEqual(['ol A', 'ol3 x', 'ol2 B']);
    expect(drawn('<ol><li>A<ol><li>x</ol><ul><li>y</ul><li>B</ol>')).toEqual(['ol A (ol x)', 'ul y', 'ol2 B']);
    expect(drawn(numbered('1.', 'A') + numbered('2.', 'B') + numbered('1.', 'C'))).toEqual(['ol A; B', 'ol C']);
    expect(drawn(numbered('2.', 'A') + numbered('2.3.', 'B', 'l0 level2 lfo1'))).toEqual(['ol2 A', 'paragraph 2.3. B']);
    const online = (mark: string, words: string) =>
      `<ol ${mark}><li data-listid="1" data-aria-level="1"><p>${words}</p></li></ol>`;
    expect(drawn(online('', 'A') + online('', 'B') + online('start="3"', 'C'))).toEqual(['ol A; B; C']);
  });

  it('keeps what is drawn before the items of a cell, and the numbers of its rows', () => {
    const row = (mark: string, name: string) =>
      `<tr><td>${numbered(mark, '<o:p>&nbsp;</o:p>')}</td><td>${name}</td></tr>`;
    const table = `<table><tr><td>STT</td><td>Tên</td></tr>${row('1.', 'An')}${row('2.', 'Bình')}</table>`;
    expect(clean(table).blocks.map(draw)).toEqual(['table STT | Tên / 1. | An / 2. | Bình']);
    const lists = '<table><tr><td><ol start=2><li>a<li>b</ol></td><td><ul><li>c<li>d</ul></td></tr></table>';
    expect(clean(lists).blocks.map(draw)).toEqual(['table 2. a⏎3. b | – c⏎– d']);
  });

  it('keeps the order of what stands in an item, and the shape of a table whose rows hold nothing of their own', () => {
    const item = '<ul><li>trước<table><tr><td>a</td><td>b</td></tr></table>sau</li></ul>';
    expect(clean(item).blocks.map(draw)).toEqual(['ul trước', 'table a | b', 'paragraph sau']);
    const merged = '<tr><td rowspan=2>A</td><td rowspan=3>B</td></tr><tr></tr><tr><td>C</td></tr>';
    const { blocks } = clean(`<table>${merged}</table>`);
    expect(blocks).toMatchObject([
      {
        rows: [{ cells: [{ children: [{ text: 'A' }] }, { rowspan: 2 }] }, { cells: [{ children: [{ text: 'C' }] }] }],
      },
    ]);
    expect(blocks[0]).not.toHaveProperty('rows.0.cells.0.rowspan');
  });

  it('reads what a page hides on paper or on a phone only, the signs of Word, and marks that a browser draws', () => {
    const words = (html: string) => clean(html).blocks.map(draw).join();
    expect(words('<style>@media print{p{display:none}} .x{color:red}</style><p>Nội dung</p>')).toBe(
      'paragraph Nội dung',
    );
    const sign = (font: string, letter: string) => `<span style='font-family:${font}'>${letter}</span>`;
    expect(words(`<p>Nước ${sign('Wingdings', 'à')} hơi ${sign('Symbol', 'a\uf0b3b')}</p>`)).toBe(
      'paragraph Nước → hơi α≥β',
    );
    expect(words('<p>Cô nói <q>giỏi</q>.</p>')).toBe('paragraph Cô nói “giỏi”.');
  });

  it('converts a caption like the table it is of, and keeps the ư of a page whose font is not told', () => {
    const table = '<caption>B¶ng ®iÓm</caption><tr><td>Líp</td><td>a</td></tr>';
    expect(clean(`<table style='font-family:".VnTime"'>${table}</table>`).blocks).toMatchObject([
      { caption: 'Bảng điểm', rows: [{ cells: [{ children: [{ text: 'Lớp' }] }, {}] }] },
    ]);
    expect(clean('<p>Tr­êng TiÓu häc</p>').blocks.map(draw)).toEqual(['paragraph Tr­êng TiÓu häc']);
    expect(clean('<p>Trường tiểu\u00adhọc</p>').blocks.map(draw)).toEqual(['paragraph Trường tiểuhọc']);
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
