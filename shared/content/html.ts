import { hashText } from './canonical.ts';
import { renderFile } from './html-file.ts';
import { escapeAttribute, escapeText, isSafeAddress, renderInline } from './html-inline.ts';
import { renderTable } from './html-table.ts';
import type { Block, Focus, GalleryBlock, ListItem, VideoBlock } from './node.ts';
import { asKnownBlock } from './node.ts';
import type { Language, MediaReference, Revision } from './revision.ts';

/**
 * The HTML of a post as readers see it: the one function behind the editor's preview, the approval view and the portal
 * (design 3). Its output is what an approval signs, so a change of one byte here makes every pending approval
 * `render_changed`: raise {@link RENDER_VERSION} with it.
 *
 * Only the node types and attributes written here can appear; every text and attribute is escaped; addresses are
 * limited to http, https, mailto and tel. Pictures are at `/media/HASH.webp`, on the portal and in the program alike.
 */
export function renderArticle(revision: Revision): string {
  const media = new Map(revision.media.map((reference) => [reference.hash, reference]));
  const parts = [
    `<article class="post" lang="${revision.language}">\n<header>\n<h1>${escapeText(revision.title)}</h1>\n`,
  ];
  if (revision.summary !== '') parts.push(`<p class="summary">${escapeText(revision.summary)}</p>\n`);
  if (revision.byline !== '') parts.push(`<p class="byline">${escapeText(revision.byline)}</p>\n`);
  parts.push('</header>\n');
  if (revision.cover)
    parts.push(`<figure class="cover">${picture(revision.cover.media, revision.cover.alt, media, 'eager')}</figure>\n`);
  for (const block of revision.blocks) parts.push(renderBlock(block, media, revision.language), '\n');
  parts.push('</article>');
  return parts.join('');
}

/** Names the rules of this renderer; shown with an approval so that a later reader knows which rules drew it. */
export const RENDER_VERSION = 1;

/** SHA-256 of the article's HTML in UTF-8: what an approval signs beside the content hash. */
export function htmlHash(html: string): string {
  return hashText(html);
}

function renderBlock(block: Block, media: ReadonlyMap<string, MediaReference>, language: Language): string {
  const known = asKnownBlock(block);
  if (known === null) return `<p class="newer-version" data-type="${escapeAttribute(block.type)}"></p>`;
  switch (known.type) {
    case 'paragraph':
      return `<p>${renderInline(known.children)}</p>`;
    case 'heading':
      return `<h${known.level}>${renderInline(known.children)}</h${known.level}>`;
    case 'quote':
      return `<blockquote><p>${renderInline(known.children)}</p></blockquote>`;
    case 'rule':
      return '<hr>';
    case 'list':
      return renderList(known.ordered, known.items, known.start);
    case 'figure': {
      const caption = known.caption ? escapeText(known.caption) : '';
      const credit = known.credit ? `<span class="credit">${escapeText(known.credit)}</span>` : '';
      const text = [caption, credit].filter((part) => part !== '').join(' ');
      const image = picture(known.media, known.decorative ? '' : known.alt, media, 'lazy');
      return `<figure>${image}${text === '' ? '' : `<figcaption>${text}</figcaption>`}</figure>`;
    }
    case 'callout':
      return `<div class="callout ${known.tone}" role="note"><p>${renderInline(known.children)}</p></div>`;
    case 'table':
      return renderTable(known);
    case 'gallery':
      return renderGallery(known, media);
    case 'video':
      return renderVideo(known);
    case 'file':
      return renderFile(known, media.get(known.media), language);
  }
}

function renderGallery({ items, caption }: GalleryBlock, media: ReadonlyMap<string, MediaReference>): string {
  const pictures = items.map((item) => {
    const image = picture(item.media, item.decorative ? '' : item.alt, media, 'lazy', item.focus);
    return `<figure>${image}${figcaption(item.caption)}</figure>`;
  });
  return `<figure class="gallery"><div class="pictures">${pictures.join('')}</div>${figcaption(caption)}</figure>`;
}

function figcaption(caption: string | undefined): string {
  return caption ? `<figcaption>${escapeText(caption)}</figcaption>` : '';
}

/** A plain link that names the site it leads to: nothing of that site is loaded until a reader goes there. */
function renderVideo({ url, title }: VideoBlock): string {
  const site = isSafeAddress(url) ? (/^https?:\/\/(?:[^/?#]*@)?([^/?#@]+)/i.exec(url)?.[1] ?? null) : null;
  const words = escapeText(title === '' ? url : title);
  if (site === null) return `<p class="video">${words}</p>`;
  const link = `<a href="${escapeAttribute(url)}" rel="noopener">${words}</a>`;
  return `<p class="video">${link} <span class="site">${escapeText(site)}</span></p>`;
}

function renderList(ordered: boolean, items: readonly ListItem[], start?: number): string {
  const tag = ordered ? 'ol' : 'ul';
  const attribute = ordered && start !== undefined && start !== 1 ? ` start="${start}"` : '';
  const inner = items
    .map((item) => {
      const nested = item.nested ? renderList(item.nested.ordered, item.nested.items) : '';
      return `<li>${renderInline(item.children)}${nested}</li>`;
    })
    .join('');
  return `<${tag}${attribute}>${inner}</${tag}>`;
}

function picture(
  hash: string,
  alt: string,
  media: ReadonlyMap<string, MediaReference>,
  loading: 'lazy' | 'eager',
  focus?: Focus,
): string {
  const reference = media.get(hash);
  const size = reference?.mime === 'image/webp' ? ` width="${reference.width}" height="${reference.height}"` : '';
  const look = focus === undefined ? '' : ` class="${focusClass(focus)}"`;
  return `<img${look} src="${mediaPath(hash)}" alt="${escapeAttribute(alt)}"${size} loading="${loading}" decoding="async">`;
}

/** Where a stored picture is served, from the root of the portal and of the program's own window. */
export function mediaPath(hash: string): string {
  return `/media/${hash}.webp`;
}

/** Widths of the small versions of a picture, in pixels: for a tile or a card, and for a column of text. */
export const PICTURE_WIDTHS = [320, 800] as const;
export type PictureWidth = (typeof PICTURE_WIDTHS)[number];

/** Where a small version of a stored picture is served; a picture that is no wider is served as it is. */
export function smallPath(hash: string, width: PictureWidth): string {
  return `/media/${hash}-${width}.webp`;
}

/** The picture, and how wide, that a name in `/media/` means; `null` for a name that is none. */
export function pictureNamed(name: string): { readonly hash: string; readonly width: PictureWidth | null } | null {
  const [, hash, width] = /^([0-9a-f]{64})(?:-(320|800))?\.webp$/.exec(name) ?? [];
  return hash === undefined ? null : { hash, width: PICTURE_WIDTHS.find((one) => `${one}` === width) ?? null };
}

/**
 * The classes that keep a picture's point in sight, in tenths: style sheets have a rule for each, for a page has no
 * styles of its own.
 */
export function focusClass({ x, y }: Focus): string {
  return `fx${Math.round(x / 10)} fy${Math.round(y / 10)}`;
}

/** Those rules: a cropped picture reads `--fx` and `--fy`. */
export const FOCUS_RULES = Array.from(
  { length: 11 },
  (_rule, tenth) => `.fx${tenth} { --fx: ${tenth * 10}%; }\n.fy${tenth} { --fy: ${tenth * 10}%; }\n`,
).join('');
