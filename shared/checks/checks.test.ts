import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samplePosts } from '../../build/sample/posts/index.ts';
import type { Block } from '../content/index.ts';
import { CHECK_RULES, type Checked, type CheckRule, checkAttachment, checkPost, isStamped } from './index.ts';

const CASES = JSON.parse(
  readFileSync(new URL('../../test/fixtures/checks/cases.json', import.meta.url), 'utf8'),
) as Record<string, Record<'true' | 'false', string[]>>;

const paragraph = (text: string, id = 'a'): Block => ({ id, type: 'paragraph', children: [{ type: 'text', text }] });
const post = (blocks: Block[], rest: Partial<Checked> = {}): Checked => ({
  ...{ title: 'Lễ khai giảng', summary: 'Trường đón năm học mới', cover: null, language: 'vi' as const, blocks },
  ...rest,
});
const rulesOf = (checked: Checked): CheckRule[] => checkPost(checked).map(({ rule }) => rule);
const table = (headings: string[], rows: number, headerRow = true): Block => ({
  id: 't',
  type: 'table',
  headerRow,
  headerColumn: false,
  rows: [headings, ...Array.from({ length: rows }, () => headings.map(() => '1'))].map((cells, index) => ({
    id: `r${index}`,
    cells: cells.map((text) => ({ children: [{ type: 'text' as const, text }] })),
  })),
});

describe.each(Object.entries(CASES))('the detector of %s', (rule, cases) => {
  it.each(cases.true)('finds “%s”', (text) => expect(rulesOf(post([paragraph(text)]))).toContain(rule));
  it.each(cases.false)('leaves “%s”', (text) => expect(rulesOf(post([paragraph(text)]))).not.toContain(rule));
});

describe('words beside the text', () => {
  it('of pictures, tables and the cover are looked at as those of the text, at their block', () => {
    const figure: Block = {
      id: 'f',
      type: 'figure',
      media: 'a'.repeat(64),
      alt: 'Cổng xxx',
      caption: '[...] chụp  taị Ðồng',
    };
    const blocks = [figure, { ...table(['Lớp'], 1), caption: 'Bảng nghiẹep' } as Block];
    const cover = { media: 'a'.repeat(64), alt: 'xxx' };
    const found = checkPost(post(blocks, { cover })).map(({ rule, place, words, replacement }) => ({
      ...{ rule, words, replacement },
      at: 'block' in place ? place.block : place.field,
    }));
    const about = (rule: CheckRule, at: string, words: string) => ({ rule, at, words, replacement: undefined });
    expect(found).toEqual(
      expect.arrayContaining([
        about('placeholder', 'cover', 'xxx'),
        about('placeholder', 'f', 'xxx'),
        about('placeholder', 'f', '[...]'),
        about('double_space', 'f', '  '),
        about('spelling', 'f', 'taị'),
        about('eth', 'f', 'Ð'),
        about('spelling', 't', 'nghiẹep'),
      ]),
    );
  });
});

describe('letters apart from their marks, and signs that show nothing', () => {
  it.each([
    ['bank_account', 'Số tài khoản: 0451000234567', '0451000234567'],
    ['birth_date', 'Em sinh ngày 05/9/2013', 'sinh ngày 05/9/2013'],
    ['child_name', 'Bạn học sinh Nguyễn Thị Hà', 'học sinh Nguyễn Thị Hà'],
  ])('%s is found in decomposed text, at its own place', (rule, text, words) => {
    const found = checkPost(post([paragraph(text.normalize('NFD'))])).find((finding) => finding.rule === rule);
    expect(found?.words.normalize('NFC')).toBe(words);
  });

  it('a number with a joiner in it, as pages are pasted, and a stamp with a mark of direction are found', () => {
    expect(rulesOf(post([paragraph('CCCD 051\u200b203\u00ad004567')]))).toContain('national_id');
    expect(checkAttachment('a.pdf', 'CCCD 051203\u00ad004567').map(({ rule }) => rule)).toEqual(['national_id']);
    const stamped = post([paragraph('\u200eTỐI MẬT\u200f')]);
    expect(rulesOf(stamped)).toContain('state_secret');
    expect(isStamped(stamped)).toBe(true);
  });
});

const TABLES = JSON.parse(
  readFileSync(new URL('../../test/fixtures/checks/tables.json', import.meta.url), 'utf8'),
) as Record<string, Record<'true' | 'false', string[][][]>>;
const tableOf = (rows: string[][]): Block => ({
  ...{ id: 't', type: 'table', headerRow: false, headerColumn: false },
  rows: rows.map((cells, index) => ({
    id: `r${index}`,
    cells: cells.map((text) => ({ children: text === '' ? [] : [{ type: 'text' as const, text }] })),
  })),
});

describe.each(Object.entries(TABLES))('the detector of %s in a table of a post', (rule, cases) => {
  it.each(cases.true.map((rows) => [rows] as const))('finds it in %j', (rows) =>
    expect(rulesOf(post([tableOf(rows)]))).toContain(rule),
  );
  it.each(cases.false.map((rows) => [rows] as const))('leaves %j', (rows) =>
    expect(rulesOf(post([tableOf(rows)]))).not.toContain(rule),
  );
});

describe('a list of pupils without a table', () => {
  const lines = [
    'STT\tHọ và tên\tLớp\tĐiểm',
    ...['An', 'Bình', 'Châu', 'Dũng', 'Giang'].map((name, at) => `${at + 1}\tNguyễn Văn ${name}\t6A\t8,5`),
  ];

  it('is found at its heading, in paragraphs and in one', () => {
    const blocks = [paragraph('Kết quả kỳ thi', 'p'), ...lines.map((line, at) => paragraph(line, `p${at}`))];
    const isList = { rule: 'score_list', place: { block: 'p0' } };
    expect(checkPost(post(blocks))).toEqual(expect.arrayContaining([expect.objectContaining(isList)]));
    expect(rulesOf(post([paragraph(lines.join('\n'))]))).toContain('score_list');
  });

  it('is not made of sentences about names and classes', () => {
    const prose = lines.map((line) => line.replaceAll('\t', ' '));
    expect(rulesOf(post(prose.map((line, at) => paragraph(line, `p${at}`))))).not.toContain('score_list');
  });
});

describe('a link', () => {
  const link = (text: string): Block => ({
    ...{ id: 'l', type: 'paragraph' },
    children: [{ type: 'link', url: 'https://a.vn', children: [{ type: 'text', text }] }],
  });
  it.each(
    'xem tại đây|Xem chi tiết tại đây.|nhấp vào đây|tải về|link này|(tại đây)|👉 Xem tiếp|https://docs.google.com/forms/d/e/1FA/viewform|drive.google.com/file/d/1abc'.split(
      '|',
    ),
  )('“%s” says not where it leads', (text) => expect(rulesOf(post([link(text)]))).toContain('vague_link'));
  it.each('Kế hoạch tại đây|Tải mẫu đơn xin nghỉ học|Chi tiết lịch thi|songtra.edu.vn|c2@songtra.edu.vn'.split('|'))(
    '“%s” says where it leads',
    (text) => expect(rulesOf(post([link(text)]))).not.toContain('vague_link'),
  );
});

describe('words beside a picture', () => {
  const figure = (alt: string): Block => ({ id: 'f', type: 'figure', media: 'a'.repeat(64), alt });
  it.each(
    'Em Nguyễn Văn An nhận giải|Cô trò lớp 5B trong giờ học|Thí sinh làm bài|Các cháu múa hát|Tập thể lớp 6A2|Trẻ em vùng cao|Thầy và trò trồng cây|Thiếu niên, nhi đồng'.split(
      '|',
    ),
  )('“%s” tell of children', (alt) => expect(rulesOf(post([figure(alt)]))).toContain('child_face'));
  it.each(
    'Giáo viên trẻ dự tập huấn|Đoàn viên tuổi trẻ hiến máu|Hai anh em trong đoàn|Ngôi làng nhỏ bé|Xem lịch'.split('|'),
  )('“%s” tell of none', (alt) => expect(rulesOf(post([figure(alt)]))).not.toContain('child_face'));
});

describe('the name of a file', () => {
  it.each(['KẾ HOẠCH BẢO MẬT THÔNG TIN.docx', 'TUẦN TRĂNG MẬT.docx'])('“%s” is no stamp, in whatever form', (name) => {
    for (const form of [name, name.normalize('NFD')]) expect(checkAttachment(form, '')).toEqual([]);
  });
  it('is one beside an innocent word too', () => {
    expect(checkAttachment('BẢO MẬT - TỐI MẬT.docx'.normalize('NFD'), '').map(({ rule }) => rule)).toEqual([
      'state_secret',
    ]);
  });
});

describe('what readers miss', () => {
  it.each<[CheckRule, Checked]>([
    ['no_summary', post([], { summary: ' ' })],
    ['no_cover', post([])],
    ['state_secret', post([], { cover: { media: 'a'.repeat(64), alt: 'TỐI MẬT' } })],
    ['phone', post([], { cover: { media: 'a'.repeat(64), alt: 'Gọi 0912 345 678' } })],
    ['missing_alt', post([], { cover: { media: 'a'.repeat(64), alt: '' } })],
    ['missing_alt', post([{ id: 'f', type: 'figure', media: 'a'.repeat(64), alt: '' }])],
    ['heading_order', post([{ id: 'h', type: 'heading', level: 3, children: [] }])],
    [
      'vague_link',
      post([
        {
          id: 'l',
          type: 'paragraph',
          children: [{ type: 'link', url: 'https://a.vn', children: [{ type: 'text', text: 'tại đây' }] }],
        },
      ]),
    ],
    [
      'empty_link',
      post([{ id: 'l', type: 'paragraph', children: [{ type: 'link', url: 'https://a.vn', children: [] }] }]),
    ],
    ['table_header', post([table(['Môn', 'Giờ'], 2, false)])],
    ['title_long', post([], { title: 'dài '.repeat(40) })],
    ['title_capitals', post([], { title: 'THÔNG BÁO TUYỂN SINH' })],
    ['title_capitals', post([], { title: 'LỄ KHAI GIẢNG' })],
    [
      'mixed_tone_placement',
      post([paragraph('Sân trường hòa thuận'), { ...table(['Môn'], 1), caption: 'Ba bài hoà ca' } as Block]),
    ],
    ['child_face', post([{ id: 'f', type: 'figure', media: 'a'.repeat(64), alt: 'Học sinh chơi ở sân' }])],
    ['score_list', post([table(['STT', 'Họ và tên', 'Lớp', 'Điểm'], 5)])],
    ['score_list', post([table(['Họ và tên', 'Lớp', 'GVCN'], 5)])],
  ])('%s is found', (rule, checked) => expect(rulesOf(checked)).toContain(rule));

  it.each<[CheckRule, Checked]>([
    [
      'heading_order',
      post([2, 3, 2, 3, 4].map((level, at) => ({ id: `h${at}`, type: 'heading', level: level as 2, children: [] }))),
    ],
    ['table_header', post([table(['Môn', 'Giờ'], 2)])],
    ['title_capitals', post([], { title: 'UBND xã họp' })],
    ['title_capitals', post([], { title: 'UBND - HĐND' })],
    ['missing_alt', post([{ id: 'f', type: 'figure', media: 'a'.repeat(64), alt: '', decorative: true }])],
    ['score_list', post([table(['Họ và tên', 'Chức vụ', 'Nhiệm vụ'], 9)])],
    ['score_list', post([table(['Họ và tên', 'Lớp'], 4)])],
    ['score_list', post([table(['STT', 'Họ và tên', 'Lớp chủ nhiệm'], 9)])],
    ['score_list', post([table(['Họ và tên giáo viên', 'Lớp', 'Số tiết'], 9)])],
    ['score_list', post([table(['Họ và tên', 'Ngày sinh', 'Chức vụ'], 9)])],
    ['child_face', post([{ id: 'f', type: 'figure', media: 'a'.repeat(64), alt: 'Cổng trường' }])],
  ])('%s is not made up', (rule, checked) => expect(rulesOf(checked)).not.toContain(rule));
});

describe('checking a post', () => {
  it('says where, in characters of the text nodes, across bold words and list items', () => {
    const list: Block = {
      id: 'l',
      type: 'list',
      ordered: false,
      items: [
        { id: 'i', children: [{ type: 'text', text: 'một' }] },
        {
          id: 'j',
          children: [
            { type: 'text', text: 'Nhà tru' },
            { type: 'text', text: 'ờng', format: 1 },
          ],
        },
      ],
    };
    expect(checkPost(post([list])).find(({ rule }) => rule === 'spelling')).toMatchObject({
      place: { block: 'l', start: 7, end: 13 },
      words: 'truờng',
    });
  });

  it('says which cell of a table has lost its 0, and leaves the unit’s own phones', () => {
    const rows = [
      ['Bộ phận', 'Điện thoại'],
      ['Văn thư\nTrường', ' 905123456'],
      ['Bảo vệ', '387654321'],
    ];
    const letThrough = { words: new Set<string>(), phones: new Set(['0387654321']) };
    const found = checkPost(post([tableOf(rows)]), letThrough).filter(({ rule }) => rule === 'lost_zero');
    const before = 'Bộ phậnĐiện thoạiVăn thư\nTrường '.length;
    expect(found).toMatchObject([
      { level: 'warn', words: '905123456', place: { block: 't', start: before, end: before + 9 } },
    ]);
  });

  it.each([
    ['cô giáo ,bạn bè', 'cô giáo, bạn bè'],
    ['Vui quá !Các em', 'Vui quá! Các em'],
    ['cô giáo , bạn bè', 'cô giáo, bạn bè'],
    ['Vui quá !', 'Vui quá!'],
    ['A\u00a0, B', 'A, B'],
  ])('puts the space of “%s” where it belongs', (text, right) => {
    const found = checkPost(post([paragraph(text)])).filter(({ rule }) => rule === 'space_before_punctuation');
    expect(found).toHaveLength(1);
    const { start = 0, end = 0 } = found[0]?.place ?? {};
    expect(text.slice(0, start) + found[0]?.replacement + text.slice(end)).toBe(right);
  });

  it('names a number with the bracket it begins with', () => {
    const found = checkPost(post([paragraph('ĐT: (0255) 3.844.123')])).find(({ rule }) => rule === 'phone');
    expect(found?.words).toBe('(0255) 3.844.123');
  });

  it('lets through the phones and words of a unit', () => {
    const letThrough = { words: new Set(['truờng']), phones: new Set(['0905123456']) };
    const rules = checkPost(post([paragraph('Nhà truờng, +84 905 123 456')]), letThrough).map(({ rule }) => rule);
    expect(rules).not.toContain('phone');
    expect(rules).not.toContain('spelling');
  });

  it('puts what blocks first, and has a source for every rule', () => {
    expect(checkPost(post([paragraph('Hai  dấu'), paragraph('MẬT', 'b')]))[0]?.rule).toBe('state_secret');
    expect(Object.values(CHECK_RULES).every(({ source }) => source.length > 0)).toBe(true);
  });

  it('sees a stamp in a title, a description and a table', () => {
    expect(isStamped(post([]))).toBe(false);
    expect(isStamped(post([], { title: 'TỐI MẬT' }))).toBe(true);
    expect(isStamped(post([table(['MẬT', 'Số'], 1)]))).toBe(true);
    expect(isStamped(post([{ id: 'f', type: 'figure', media: 'a'.repeat(64), alt: 'MẬT' }]))).toBe(true);
  });

  it('blocks nothing of the sample posts', () => {
    for (const { title, summary, cover, body } of samplePosts) {
      const texts = body.flatMap((block) => Object.values(block).flat());
      const rules = checkPost(
        post(
          texts.map((text) => paragraph(text)),
          { title, summary, cover: cover && { media: 'a'.repeat(64), alt: cover.alt } },
        ),
      );
      expect(rules.filter(({ level }) => level === 'block')).toEqual([]);
    }
  });

  it('reads any text, the same each time, with offers that fit where they are put', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 120 }), (text) => {
        const found = checkPost(post([paragraph(text)]));
        for (const { place, words } of found)
          if ('block' in place && place.start !== undefined) expect(text.slice(place.start, place.end)).toBe(words);
        expect(checkPost(post([paragraph(text)]))).toEqual(found);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ' ',
    '0',
    '. ',
    '0 ',
    '[',
    '[.',
    'x',
    '_',
    'a\u0301',
    'TUYỆT ',
    'em ',
    'Nguyễn ',
    'sinh ngày ',
    'a.',
    "a'",
    'STK ',
  ])(
    'is not held up by a hundred thousand of “%s”, and keeps few findings',
    (piece) => {
      expect(checkPost(post([paragraph(piece.repeat(100_000 / piece.length))])).length).toBeLessThanOrEqual(300);
    },
    5_000,
  );
});
