import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Block,
  canonicalHash,
  canonicalJson,
  contentHash,
  type GalleryBlock,
  htmlHash,
  RENDER_VERSIONS,
  renderArticle,
  revisionId,
} from '../shared/content/index.ts';
import { EXAMPLE_BLOCKS, EXAMPLE_FILE, exampleRevision } from '../shared/content/testing.ts';

/** Values whose canonical form is easy to get wrong in another language. */
const VALUES: readonly unknown[] = [
  {},
  { b: 1, a: [true, null, -7], '': 'empty key' },
  { é: 1, e: 2, z: 3, đ: 4, '\u{1F600}': 5, '\ufb33': 6 },
  { text: 'tiếng Việt: Quảng Ngãi, Đắk Hà "nháy" \\ / \b\f\n\r\t \u0000 \u007f \u2028' },
  [9007199254740991, -9007199254740991, 0],
];

const first = exampleRevision();
/** A gallery whose pictures have a point that stays in sight. */
const withFocus = EXAMPLE_BLOCKS.filter(({ type }) => type === 'gallery').map((block) => ({
  ...block,
  items: (block as GalleryBlock).items.map((item) => ({ ...item, focus: { x: 34, y: 95 } })),
})) as Block[];
const REVISIONS = [
  first,
  exampleRevision({
    parents: [revisionId(first)],
    title: 'Lễ khai giảng',
    blocks: first.blocks.slice(0, 1),
    media: first.media.slice(0, 1),
  }),
  exampleRevision({
    cover: null,
    media: [],
    author: null,
    device: null,
    createdAt: null,
    parents: ['0'.repeat(64), '1'.repeat(64)],
    blocks: [{ id: 'n1', type: 'timeline', years: [2025, 2026], label: 'gia\u0301 tri\u0323' }],
  }),
  exampleRevision({ blocks: [...EXAMPLE_BLOCKS] }),
  exampleRevision({ blocks: [EXAMPLE_FILE.block], cover: null, media: [EXAMPLE_FILE.reference] }),
  exampleRevision({ blocks: withFocus, cover: { media: 'a'.repeat(64), alt: 'Sân trường', focus: { x: 50, y: 20 } } }),
];

/** Rewrites the test vectors. Run only when the format's version changes: old vectors are a promise. */
const vectors = {
  canonical: VALUES.map((value) => ({ value, canonical: canonicalJson(value), sha256: canonicalHash(value) })),
  revisions: REVISIONS.map((revision) => ({
    revision,
    id: revisionId(revision),
    contentHash: contentHash(revision),
    // What each version of the renderer draws; the first one's was published without a number.
    html: renderArticle(revision, 1),
    htmlHash: htmlHash(renderArticle(revision, 1)),
    later: RENDER_VERSIONS.filter((version) => version > 1).map((version) => {
      const html = renderArticle(revision, version);
      return { version, html, htmlHash: htmlHash(html) };
    }),
  })),
};
writeFileSync(
  join(import.meta.dirname, '..', 'docs', 'spec', 'vectors', 'content.json'),
  `${JSON.stringify(vectors, null, 2)}\n`,
);
