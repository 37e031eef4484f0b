import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CanonicalError,
  canonicalHash,
  canonicalJson,
  contentHash,
  htmlHash,
  isDrawable,
  LIMITS,
  normaliseRevision,
  parseRevision,
  postPath,
  type Revision,
  renderArticle,
  revisionId,
  textOfBlocks,
} from './index.ts';
import { EXAMPLE_BLOCKS, exampleRevision } from './testing.ts';

interface Vectors {
  canonical: { value: unknown; canonical: string; sha256: string }[];
  revisions: { revision: Revision; id: string; contentHash: string; html: string; htmlHash: string }[];
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
    ({ revision, id, contentHash: content, html, htmlHash: hash }) => {
      expect(revisionId(revision)).toBe(id);
      expect(contentHash(revision)).toBe(content);
      expect(renderArticle(revision)).toBe(html);
      expect(htmlHash(html)).toBe(hash);
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
    ['not_a_revision', { ...exampleRevision(), extra: 1 }],
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
