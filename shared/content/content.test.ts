import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  articleWithHash,
  asKnownBlock,
  type Block,
  CanonicalError,
  canonicalHash,
  canonicalJson,
  contentHash,
  FILE_TYPES,
  fileExtensionOf,
  fileFamily,
  htmlHash,
  isDrawable,
  isFileOf,
  LIMITS,
  normaliseBlock,
  normaliseRevision,
  parseRevision,
  postPath,
  type Revision,
  refusalOf,
  renderArticle,
  revisionId,
  textOfBlocks,
} from './index.ts';
import { EXAMPLE_BLOCKS, EXAMPLE_FILE, exampleRevision } from './testing.ts';

const withFile: Partial<Revision> = { blocks: [EXAMPLE_FILE.block], cover: null, media: [EXAMPLE_FILE.reference] };
const pictureOf = (hash: string) => ({ hash, name: '', mime: 'image/webp' as const, width: 1, height: 1, bytes: 1 });

interface Vectors {
  canonical: { value: unknown; canonical: string; sha256: string }[];
  revisions: {
    revision: Revision;
    id: string;
    contentHash: string;
    html: string;
    htmlHash: string;
    later: { version: 2; html: string; htmlHash: string }[];
  }[];
}
const vectors = JSON.parse(
  readFileSync(new URL('../../docs/spec/vectors/content.json', import.meta.url), 'utf8'),
) as Vectors;

describe('the canonical form', () => {
  it.each(vectors.canonical)('gives the published vector $sha256', ({ value, canonical, sha256 }) => {
    expect(canonicalJson(value)).toBe(canonical);
    expect(canonicalHash(value)).toBe(sha256);
  });

  it('does not depend on the order in which keys were set, and is what JSON parses back', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: 'grapheme' }), fc.oneof(fc.maxSafeInteger(), fc.boolean())),
        (value) => {
          const reversed = Object.fromEntries(Object.entries(value).reverse());
          expect(canonicalJson(reversed)).toBe(canonicalJson(value));
          expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
        },
      ),
    );
  });

  it.each([[1.5], [Number.NaN], [2 ** 60], [() => 1], ['\ud800'], [new Date()]])(
    'refuses %s and names the place',
    (value) => {
      expect(() => canonicalJson({ a: [value] })).toThrow(CanonicalError);
      expect(() => canonicalJson({ a: [value] })).toThrow(/a\.0/);
    },
  );
});

describe('a revision', () => {
  it.each(vectors.revisions)(
    'gives the published vector $id',
    ({ revision, id, contentHash: content, html, htmlHash: hash, later }) => {
      expect(revisionId(revision)).toBe(id);
      expect(contentHash(revision)).toBe(content);
      expect(renderArticle(revision, 1)).toBe(html);
      expect(htmlHash(html)).toBe(hash);
      expect(later.map(({ version }) => version)).toEqual([2]);
      for (const one of later) {
        expect(renderArticle(revision, one.version)).toBe(one.html);
        expect(htmlHash(one.html)).toBe(one.htmlHash);
        expect(articleWithHash(revision, one.htmlHash)).toBe(one.html);
      }
      expect(htmlHash(articleWithHash(revision, hash) ?? '')).toBe(hash);
      expect(articleWithHash(revision, '0'.repeat(64))).toBeNull();
    },
  );

  it('keeps its content hash when only ids, parents, author, dates or note change', () => {
    const before = exampleRevision();
    const after = exampleRevision({
      blocks: before.blocks.map((block, index) => ({ ...block, id: `other${index}` })),
      parents: ['c'.repeat(64)],
      author: 'person-2',
      device: 'device-2',
      createdAt: '2030-01-01T00:00:00.000Z',
      note: 'sửa lỗi gõ',
    });
    expect(contentHash(after)).toBe(contentHash(before));
    expect(revisionId(after)).not.toBe(revisionId(before));
  });

  it('keeps its content hash when ids of table rows and gallery pictures change', () => {
    const renamed = JSON.parse(JSON.stringify(EXAMPLE_BLOCKS), (key, value) =>
      key === 'id' ? `other-${value}` : value,
    );
    expect(contentHash(exampleRevision({ blocks: renamed }))).toBe(
      contentHash(exampleRevision({ blocks: [...EXAMPLE_BLOCKS] })),
    );
  });

  it.each([
    ['title', { title: 'Khác' }],
    ['byline', { byline: 'Người khác' }],
    ['a file name', { media: [{ ...exampleRevision().media[0], name: 'khac.webp' }] }],
    ['the alternative text of the cover', { cover: { media: 'a'.repeat(64), alt: 'khác' } }],
    ['a word in a nested list item', { blocks: [{ ...exampleRevision().blocks[2], ordered: false }] }],
  ])('changes its content hash with %s', (_name, change) => {
    expect(contentHash(exampleRevision(change as Partial<Revision>))).not.toBe(contentHash(exampleRevision()));
  });

  it('is the same however its letters were composed', () => {
    const decomposed = exampleRevision({
      title: 'Lễ khai giảng'.normalize('NFD'),
      tags: ['năm học mới'.normalize('NFD')],
    });
    const composed = exampleRevision({ title: 'Lễ khai giảng', tags: ['năm học mới'] });
    expect(revisionId(normaliseRevision(decomposed))).toBe(revisionId(normaliseRevision(composed)));
  });

  it('has no NUL in its words, which not every database can store', () => {
    const [title, summary] = ['Lễ \0khai giảng', 'a\0'];
    const blocks = [{ id: 'a', type: 'paragraph', children: [{ type: 'text', text: 'Sáng\0 nay' }] }];
    const written = exampleRevision({ title, summary, blocks, media: [], cover: null });
    expect(parseRevision(written)).toMatchObject({ ok: false, problem: { code: 'not_normal' } });
    const kept = parseRevision(normaliseRevision(written));
    expect(kept).toMatchObject({ ok: true, revision: { title: 'Lễ khai giảng', summary: 'a' } });
    expect(kept.ok && kept.canonical).not.toContain('u0000');
  });

  it('has no text of which nothing is left without NUL: its block would be one nobody can draw', () => {
    const texts = [
      { type: 'text', text: 'Sáng' },
      { type: 'text', text: '\0', format: 1 },
      { type: 'text', text: ' nay' },
    ];
    const block = normaliseBlock({ id: 'a', type: 'paragraph', children: texts } as Block);
    expect(block).toEqual({ id: 'a', type: 'paragraph', children: [{ type: 'text', text: 'Sáng nay' }] });
    expect(asKnownBlock(block)).not.toBeNull();
  });

  it('normalises once and for all', () => {
    const once = normaliseRevision(exampleRevision({ tags: [' b ', 'a', 'b'], summary: '  hai\r\ndòng ' }));
    expect(normaliseRevision(once)).toEqual(once);
    expect(once.tags).toEqual(['a', 'b']);
    expect(once.summary).toBe('hai\ndòng');
  });

  it('carries a block of a newer version value for value, and says that it cannot be drawn', () => {
    const newer = { id: 'x', type: 'timeline', label: 'giá'.normalize('NFD'), points: [{ year: 2027 }] };
    const kept = normaliseRevision(exampleRevision({ blocks: [newer] }));
    expect(kept.blocks).toEqual([newer]);
    expect(isDrawable(kept)).toBe(false);
    expect(isDrawable(exampleRevision())).toBe(true);
    const knownTypeNewProperty = { id: 'y', type: 'rule', thickness: 2 };
    expect(isDrawable({ blocks: [knownTypeNewProperty] })).toBe(false);
  });
});

describe('parsing a revision from outside', () => {
  const codeOf = (value: unknown): string => {
    const parsed = parseRevision(value);
    return parsed.ok ? 'ok' : parsed.problem.code;
  };

  it('takes the example', () => {
    expect(codeOf(exampleRevision())).toBe('ok');
  });

  it.each([
    ['not_a_revision', null],
    ['newer_version', { ...exampleRevision(), extra: 1 }],
    ['newer_version', { ...exampleRevision(), format: 2 }],
    ['not_a_revision', { ...exampleRevision(), extra: 1, kind: 'x' }],
    ['not_a_revision', exampleRevision({ title: 'x'.repeat(LIMITS.titleCharacters + 1) })],
    ['not_a_revision', exampleRevision({ blocks: [{ id: 'a', type: 'rule', half: 0.5 } as never] })],
    ['not_normal', exampleRevision({ title: 'Lễ'.normalize('NFD') })],
    ['not_normal', exampleRevision({ tags: ['b', 'a'] })],
    [
      'duplicate_block_id',
      exampleRevision({
        blocks: [
          { id: 'a', type: 'rule' },
          { id: 'a', type: 'rule' },
        ],
      }),
    ],
    ['media_mismatch', exampleRevision({ media: [] })],
    ['media_mismatch', exampleRevision({ cover: null, blocks: [{ id: 'a', type: 'rule' }] })],
    ['media_mismatch', exampleRevision({ media: exampleRevision().media.flatMap((media) => [media, media]) })],
    ['ok', exampleRevision({ blocks: [...EXAMPLE_BLOCKS] })],
    ['ok', exampleRevision(withFile)],
    ['media_mismatch', exampleRevision({ ...withFile, media: [] })],
    // A file to download is no picture, and a picture no file: each is checked and served as what it is.
    ['media_mismatch', exampleRevision({ ...withFile, media: [pictureOf(EXAMPLE_FILE.reference.hash)] })],
    ['media_mismatch', exampleRevision({ blocks: [], media: [{ ...EXAMPLE_FILE.reference, hash: 'a'.repeat(64) }] })],
    ['media_mismatch', exampleRevision({ blocks: [...EXAMPLE_BLOCKS], media: exampleRevision().media.slice(0, 1) })],
    // What a block of a newer version shows is not known here.
    ['ok', exampleRevision({ cover: null, blocks: [{ id: 'a', type: 'album' }] })],
    [
      'too_deep',
      exampleRevision({ blocks: [JSON.parse(`{"id":"d","type":"t","v":${'['.repeat(40)}${']'.repeat(40)}}`)] }),
    ],
    ['too_large', exampleRevision({ blocks: [{ id: 'a', type: 'newer', v: 'x'.repeat(LIMITS.canonicalBytes) }] })],
  ])('answers %s', (code, value) => {
    expect(codeOf(value)).toBe(code);
  });
});

describe('the published HTML', () => {
  const HOSTILE: ReadonlySet<string> = new Set(['text', 'alt', 'caption', 'title']);
  const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)>\'';

  it('lets no text or attribute out of its place, wherever it was written', () => {
    const html = renderArticle(
      exampleRevision({
        title: hostile,
        summary: hostile,
        byline: hostile,
        cover: { media: 'a'.repeat(64), alt: hostile },
        blocks: [
          { id: '1', type: 'paragraph', children: [{ type: 'text', text: hostile }] },
          { id: '2', type: 'figure', media: 'b'.repeat(64), alt: hostile, caption: hostile, credit: hostile },
          { id: '3', type: hostile.slice(0, 60), x: 1 },
          ...EXAMPLE_BLOCKS.map((block) =>
            JSON.parse(JSON.stringify(block), (key, value) => (HOSTILE.has(key) ? hostile : value)),
          ),
          { id: '4', type: 'video', url: `https://${hostile.replace(/\s/g, '')}`, title: hostile },
        ],
      }),
    );
    expect(html).not.toMatch(/<script|<img src=x|onerror=alert\(1\)>(?!&)/);
    expect(html.match(/<[a-z][a-z0-9]*/g)?.filter((tag) => !ALLOWED_TAGS.includes(tag.slice(1)))).toEqual([]);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    ' https://x.example',
    'https://x.example/\u0000',
  ])('draws the words of a link to %j without the link', (url) => {
    const html = renderArticle(
      exampleRevision({
        blocks: [
          { id: '1', type: 'paragraph', children: [{ type: 'link', url, children: [{ type: 'text', text: 'chữ' }] }] },
        ],
      }),
    );
    expect(html).toContain('<p>chữ</p>');
  });

  it('draws a video as a link that names its site, and as words where the address is not safe', () => {
    const drawn = (url: string, title = 'Văn nghệ') =>
      renderArticle(exampleRevision({ blocks: [{ id: '1', type: 'video', url, title }] }));
    expect(drawn('https://youtu.be/x')).toContain(
      '<p class="video"><a href="https://youtu.be/x" rel="noopener">Văn nghệ</a> <span class="site">youtu.be</span></p>',
    );
    expect(drawn('https://youtube.com@evil.example/x')).toContain('<span class="site">evil.example</span>');
    for (const url of ['javascript:alert(1)', 'mailto:a@b.vn', 'tel:113'])
      expect(drawn(url)).toContain('<p class="video">Văn nghệ</p>');
    expect(drawn('https://youtu.be/x', '')).toContain('>https://youtu.be/x</a>');
  });

  it('offers a file by a name without tricks, with its type and size in words', () => {
    const drawn = (name: string, changes: Partial<Revision> = {}) =>
      renderArticle(exampleRevision({ ...withFile, media: [{ ...EXAMPLE_FILE.reference, name }], ...changes }));
    const path = `/tep/${'f'.repeat(64)}.docx`;
    expect(drawn('ke-hoach.docx')).toContain(
      `<p class="file"><a href="${path}" download="ke-hoach.docx">Kế hoạch năm học</a> <span class="about">tài liệu Word, 1,2 MB</span></p>`,
    );
    expect(drawn('ke-hoach.docx', { language: 'en' })).toContain('<span class="about">Word document, 1.2 MB</span>');
    expect(drawn('../..\\bài\u202excod.exe')).toContain('download="_.._bài_xcod.exe.docx"');
    const unnamed = [{ ...EXAMPLE_FILE.block, title: '' }];
    expect(drawn('a.docx', { blocks: unnamed })).toContain('>a.docx</a>');
    expect(drawn('a.docx', { media: [] })).toContain('<p class="file">Kế hoạch năm học</p>');
  });

  it('marks formats in one order, whatever order they were set in', () => {
    const html = renderArticle(
      exampleRevision({
        blocks: [{ id: '1', type: 'paragraph', children: [{ type: 'text', text: 'a', format: 1 | 2 | 8 }] }],
      }),
    );
    expect(html).toContain('<p><u><em><strong>a</strong></em></u></p>');
  });
});

const ALLOWED_TAGS = [
  'article',
  'header',
  'h1',
  'h2',
  'h3',
  'h4',
  'p',
  'figure',
  'figcaption',
  'img',
  'span',
  'ol',
  'ul',
  'li',
  'a',
  'strong',
  'em',
  'u',
  's',
  'code',
  'sub',
  'sup',
  'br',
  'hr',
  'blockquote',
  'div',
  'table',
  'caption',
  'colgroup',
  'col',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
];

describe('a block that cannot be drawn', () => {
  const cell = { children: [] };
  const table = (rows: number, columns: number) => ({
    id: 't',
    type: 'table',
    headerRow: false,
    headerColumn: false,
    rows: Array.from({ length: rows }, (_, at) => ({ id: `r${at}`, cells: Array(columns).fill(cell) })),
  });
  const items = Array.from({ length: 51 }, (_, at) => ({ id: `p${at}`, media: 'a'.repeat(64), alt: '' }));
  it.each([
    [null, { id: 'a', type: 'rule' }],
    [{ code: 'newer_version' }, { id: 'a', type: 'timeline' }],
    [{ code: 'newer_version' }, { id: 'a', type: 'rule', thickness: 2 }],
    [{ code: 'newer_version' }, { id: 'a', type: 'heading', level: 5, children: [] }],
    [{ code: 'malformed' }, { id: 'a', type: 'video', url: '', title: '' }],
    [{ code: 'too_many_rows', most: 500 }, table(501, 1)],
    [{ code: 'too_many_columns', most: 30 }, table(1, 31)],
    [
      { code: 'too_many_pictures', most: 50 },
      { id: 'g', type: 'gallery', items },
    ],
    [
      { code: 'too_long', most: 500 },
      { id: 'f', type: 'file', media: 'a'.repeat(64), title: 'x'.repeat(501) },
    ],
  ])('says why: %j', (refusal, block) => {
    expect(refusalOf(block as Block)).toEqual(refusal);
  });
});

describe('what a file is', () => {
  const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  it.each([
    ['pdf', '%PDF-1.7\n%âãÏÓ'],
    ['zip', 'PK\x03\x04\x14'],
    ['ole', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    ['webp', 'RIFF1234WEBPVP8 '],
    ['mp4', '\0\0\0 ftypisom'],
    ['mp3', 'ID3\x04'],
    ['rar', 'Rar!\x1a\x07\x01\0'],
    ['7z', '7z\xbc\xaf\x27\x1c'],
    ['rtf', '{\\rtf1'],
    ['text', 'M\xc3\xb4n,Gi\xe1\xbb\x9d\r\nA,9'],
    // A program, whatever its name says.
    [null, 'MZ\x90\0\x03'],
    [null, '\x7fELF\x02'],
    [null, '\0\0\0 ftypheic'],
    [null, ''],
  ])('is told by its first bytes: %s', (family, start) => {
    expect(fileFamily(bytes(start))).toBe(family);
  });

  it('must be what its name says', () => {
    expect(isFileOf(FILE_TYPES.pdf.mime, bytes('%PDF-1.7'))).toBe(true);
    expect(isFileOf(FILE_TYPES.pdf.mime, bytes('<html><script>'))).toBe(false);
    expect([fileExtensionOf('a.b.DOCX'), fileExtensionOf('a.exe'), fileExtensionOf('docx')]).toEqual([
      'docx',
      null,
      null,
    ]);
  });
});

describe('the words of a post', () => {
  it('come out in reading order, for search and counts', () => {
    expect(textOfBlocks(exampleRevision().blocks)).toBe(
      'Đúng 7 giờ, trống trường vang lên.\nChương trình\nĐón học sinh lớp 6\nTặng hoa\nThư của Bộ\nHọc sinh cầm hoa\nLớp 6 vào trường\nẢnh: nhà trường\nHọc đi đôi với hành.',
    );
  });

  it('name those of tables, call-outs, galleries and videos', () => {
    expect(textOfBlocks(EXAMPLE_BLOCKS)).toBe(
      'Nghỉ học ngày mai\nLịch thi học kỳ I\nSáng\nChiều\nThứ hai\nNgữ văn\n90 phút\nToán\nLịch sử\nThứ ba\nHóa\nH2\nDựng trại\nLớp 8A\nHội trại 26/3\nVăn nghệ chào mừng',
    );
  });

  it('make an address that people can read and a corrected title does not break', () => {
    const { post } = exampleRevision();
    expect(postPath(post, 'Lễ khai giảng ở Đắk Hà!')).toBe('/bai-viet/le-khai-giang-o-dak-ha-0c1d2e3f4a5b');
    expect(postPath(post, '???')).toBe('/bai-viet/0c1d2e3f4a5b');
  });
});
