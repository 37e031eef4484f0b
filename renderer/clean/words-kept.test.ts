// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { cleanHtml, drawn } from './testing/drawn.ts';

const lines = (html: string): string[] => cleanHtml(html).blocks.map(drawn);
const counts = (html: string): Record<string, number> => {
  const told = Object.entries(cleanHtml(html).changes).filter(([kind]) => kind !== 'styling');
  return Object.fromEntries(told.map(([kind, { count }]) => [kind, count]));
};

describe('words that stand apart on a page', () => {
  it.each<[string, string, string[]]>([
    ['a reading above its letter', '<p><ruby>漢<rt>hàn</rt></ruby>.</p>', ['漢 (hàn).']],
    ['one whose page brings brackets', '<p><ruby>字<rp>(</rp><rt>tự</rt><rp>)</rp></ruby></p>', ['字 (tự)']],
    [
      'lines that a style keeps',
      '<p style="white-space:pre-wrap">một\nhai <b style="white-space:normal">ba\nbốn</b></p>',
      ['một⏎hai {1:ba bốn}'],
    ],
    [
      'spans on lines of their own',
      '<style>.x{display:block}</style><div><span class=x>một</span><span class=x>hai</span></div>',
      ['một', 'hai'],
    ],
    ['parts side by side', '<div style="display:flex"><span>một</span><span>hai</span></div>', ['một hai']],
    [
      'cells of a table that styles make',
      '<span style="display:table-row"><span style="display:table-cell">một</span><span style="display:table-cell">hai</span></span>',
      ['một hai'],
    ],
    ['words around a picture', '<p>trước<img src="data:image/png;base64,AA==">sau</p>', ['trước sau']],
    ['a sign behind a picture', '<p>trước<img src="data:image/png;base64,AA==">, sau</p>', ['trước, sau']],
    ['a sign within a line of parts', '<p>a<span style="display:inline-flex"><i>b</i></span>!</p>', ['a{2:b}!']],
    ['what a page hides until it is asked', '<dialog>ẩn</dialog><dialog open>hiện</dialog>', ['hiện']],
  ])('%s', (_name, html, expected) => {
    expect(lines(html)).toEqual(expected.map((line) => `paragraph ${line}`));
  });
});

describe('what is drawn without words', () => {
  it('keeps the boxes of tasks, ticked or not', () => {
    const tasks = '<ul><li><input checked type="checkbox"> xong</li><li><input type="checkbox"> chưa</li></ul>';
    expect(lines(tasks)).toEqual(['ul ☑ xong; ☐ chưa']);
    const box = '<img src="data:image/png;base64,AA==" aria-roledescription="checkbox">';
    const task = (ticked: boolean, words: string) =>
      `<li role="checkbox" aria-checked="${ticked}">${box}<p>${words}</p></li>`;
    const docs = cleanHtml(`<ul>${task(true, 'xong')}${task(false, 'chưa')}</ul>`);
    expect(docs.blocks.map(drawn)).toEqual(['ul ☑ xong; ☐ chưa']);
    expect(docs.parts).toHaveLength(1);
    expect(counts(tasks)).toEqual({});
  });

  it('keeps smileys that are pictures, and takes no other picture for one', () => {
    const html =
      '<p>Chào <img class="emoji-sizer" src="https://zalo.example/1.png" alt="😀">, vui <img alt="❤️" src="https://x.example/2.png"> <img class="emoji" alt=":)" src="x"></p>';
    expect(lines(html)).toEqual(['paragraph Chào 😀, vui ❤️ :)']);
    expect(counts(html)).toEqual({});
    expect(counts('<p>a <img alt="Cổng trường" src="https://x.example/emoji.png"> b</p>')).toEqual({ pictures: 1 });
  });
});

describe('boxes of words in a drawing of Word', () => {
  const box = (words: string) =>
    `<!--[if gte vml 1]><v:shape><v:textbox style='mso-fit-shape-to-text:t'><![if !mso]><table><tr><td><![endif]><div><p class=MsoNormal>${words}</p></div><![if !mso]></td></tr></table><![endif]></v:textbox></v:shape><![endif]-->`;
  const instead = (inner: string) => `<![if !vml]><span style='mso-ignore:vglayout'>${inner}</span><![endif]>`;
  const picture = instead('<img width=200 height=80 src="file:///C:/clip_image001.png">');

  it('come in below the paragraph they stand in, for the picture of them has no words', () => {
    const html = `<p class=MsoNormal>Kính gửi ${box('Dạy tốt – <b>Học tốt</b>')}${picture}quý phụ huynh</p><p>Hết.</p>`;
    expect(lines(html)).toEqual([
      'paragraph Kính gửi quý phụ huynh',
      'paragraph Dạy tốt – {1:Học tốt}',
      'paragraph Hết.',
    ]);
    expect(counts(html)).toEqual({ pictures: 1 });
  });

  it('come in once where the page has their words beside the drawing', () => {
    expect(lines(`<p>a ${box('hộp')}${instead('<i>hộp</i>')} b</p>`)).toEqual(['paragraph a {2:hộp} b']);
  });
});

describe('what is no part of the text', () => {
  it('takes what Word struck while changes were tracked as gone, what was put in as it is, and tells', () => {
    const html =
      '<p>Từ <span class=msoDel><del cite="mailto:Hoa" datetime="2026-11-30T08:00">05/12</del></span><span class=msoIns><ins cite="mailto:Hoa" datetime="2026-11-30T08:00">12/12</ins></span> <del>cũ</del> <ins>mới</ins></p>';
    expect(lines(html)).toEqual(['paragraph Từ 12/12 {4:cũ} {8:mới}']);
    expect(counts(html)).toEqual({ deleted: 1 });
    expect(cleanHtml(html).changes.deleted?.samples).toEqual([{ before: '05/12', after: '' }]);
  });

  it('leaves the comments of Word out, and tells how many', () => {
    const mark = '<span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[H1]</a></span>';
    const comment = `<div style='mso-element:comment'><div class=msocomtxt><p class=MsoCommentText><span class=MsoCommentReference><a class=msocomoff href="#_msoanchor_1">[H1]</a></span>Sửa đi</p></div></div>`;
    const html = `<p>Chữ${mark} tiếp</p><div style='mso-element:comment-list'><hr class=msocomoff>${comment}${comment}</div>`;
    expect(lines(html)).toEqual(['paragraph Chữ tiếp']);
    expect(counts(html)).toEqual({ comments: 2 });
  });

  it('leaves the comments of a page that Google Docs saved out, each once, and tells how many', () => {
    const mark = (n: number) => `<sup><a href="#cmnt${n}" id="cmnt_ref${n}">[${'ab'[n - 1]}]</a></sup>`;
    const comment = (n: number, more = '') =>
      `<div class="c5"><p class="c3"><a href="#cmnt_ref${n}" id="cmnt${n}">[${'ab'[n - 1]}]</a><span>Sửa đi</span></p>${more}</div>`;
    const page = `<p><span>Khai giảng</span>${mark(1)}<span> ngày 5/9</span>${mark(2)}</p>`;
    const html = `${page}${comment(1, '<p><span>Gấp</span></p>')}${comment(2)}`;
    expect(lines(html)).toEqual(['paragraph Khai giảng ngày 5/9']);
    expect(counts(html)).toEqual({ comments: 2 });
    expect(lines('<div><p>Chữ <a id="cmnt1" href="#cmnt_ref1">[a]</a></p></div>')).toEqual(['paragraph Chữ [a]']);
  });

  it('leaves out what the reading of a document names as left out', () => {
    const html =
      '<p>a</p><p data-left-out="margins">Đầu trang</p><p data-left-out="hidden">ẩn</p><p data-left-out="x">b</p>';
    expect(lines(html)).toEqual(['paragraph a', 'paragraph b']);
    expect(counts(html)).toEqual({ margins: 1, hidden: 1 });
  });

  it('reads the document embedded in another with styles of its own, and tells of one that was not read', () => {
    const inner = '<style>.x{display:none}</style><p>A</p><p class=x>ẩn</p><table><tr><td>b<td>c</table><!-- ';
    const html = `<p>a</p><div data-embedded-page='${inner}'></div><p data-left-out="embedded"></p><p class=x>d</p>`;
    expect(lines(html)).toEqual(['paragraph a', 'paragraph A', 'table b | c', 'paragraph d']);
    expect(counts(html)).toEqual({ embedded: 1, hidden: 1 });
    // A page of the web that uses the same name for something of its own.
    expect(lines('<div data-embedded-page="1"><p>Chữ</p></div>')).toEqual(['paragraph Chữ']);
    const cell = `<table><tr><td>1</td><td><div data-embedded-page="<table><tr><td>b<td>c</table>"></div></td></tr></table>`;
    expect(lines(cell)).toEqual(['table 1 | b⏎c']);
    expect(counts(cell)).toEqual({ nested: 1 });
  });

  it('reads no cell that is hidden, by itself or with its column', () => {
    const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    const sheet = `<table><colgroup><col span=1><col width=0 style='display:none'><col></colgroup>${row('An', '0912', '6A')}${row('Bình', '', '6B')}</table>`;
    expect(lines(sheet)).toEqual(['table An | 6A / Bình | 6B']);
    expect(counts(sheet)).toEqual({ hidden: 1 });
    const cells = '<table><tr><td>a</td><td style="display:none">ẩn</td><td>b</td></tr></table>';
    expect(lines(cells)).toEqual(['table a | b']);
  });
});

describe('words that were cut or changed', () => {
  it('keeps a caption that is longer than one may be, or above a table that becomes lines', () => {
    const long = 'chữ '.repeat(200).trim();
    const table = (caption: string, row: string) => `<table><caption>${caption}</caption><tr>${row}</tr></table>`;
    expect(lines(table(long, '<td>a</td><td>b</td>'))).toEqual([`paragraph ${long}`, 'table a | b']);
    expect(lines(table('Tên', '<td>x</td>'.repeat(31)))[0]).toBe('paragraph Tên');
    expect(lines(table('Tên', '<td></td><td></td>'))).toEqual(['paragraph Tên']);
  });

  it('tells of a table whose cells became paragraphs for the table in one of them, not of one that lays out a page', () => {
    const inner = '<table><tr><td>6A</td><td>38</td></tr></table>';
    const table = `<table><tr><td>Khối 6</td><td>${inner}</td></tr><tr><td>Khối 7</td><td></td></tr></table>`;
    expect(lines(table)).toEqual(['paragraph Khối 6', 'table 6A | 38', 'paragraph Khối 7']);
    expect(counts(table)).toEqual({ nested: 1 });
    expect(counts(`<table><tr><td>${inner}</td><td> </td></tr><tr><td>${inner}</td></tr></table>`)).toEqual({});
  });

  it('reads in its own letters what an old font draws before an item', () => {
    const html = `<p style='font-family:".VnTime";mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>§iÒu 1.<span style='font:7.0pt "Times New Roman"'>&nbsp;</span></span>Ph¹m vi</p>`;
    expect(lines(html)).toEqual(['paragraph Điều 1. Phạm vi']);
  });

  it('counts down where a page does', () => {
    expect(lines('<ol reversed><li>a<li>b</ol>')).toEqual(['ol2 a', 'ol b']);
  });

  it('tells of a drawing with words, not of a sign with a name', () => {
    expect(counts('<p>a<svg><title>Biểu tượng</title><path/></svg></p>')).toEqual({});
    expect(counts('<p>a<svg><text>Sơ đồ</text></svg></p>')).toEqual({ pictures: 1 });
  });
});
