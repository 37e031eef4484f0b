import { hashText } from './canonical.ts';
import type { Block, InlineNode, ListItem, TextNode } from './node.ts';
import { asKnownBlock, TEXT_FORMAT } from './node.ts';
import type { MediaReference, Revision } from './revision.ts';

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
  for (const block of revision.blocks) parts.push(renderBlock(block, media), '\n');
  parts.push('</article>');
  return parts.join('');
}

/** Names the rules of this renderer; shown with an approval so that a later reader knows which rules drew it. */
export const RENDER_VERSION = 1;

/** SHA-256 of the article's HTML in UTF-8: what an approval signs beside the content hash. */
export function htmlHash(html: string): string {
  return hashText(html);
}

function renderBlock(block: Block, media: ReadonlyMap<string, MediaReference>): string {
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
  }
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

function renderInline(children: readonly InlineNode[]): string {
  return children
    .map((child) => {
      if (child.type === 'linebreak') return '<br>';
      if (child.type === 'text') return renderText(child);
      const inner = renderInline(child.children);
      return isSafeAddress(child.url) ? `<a href="${escapeAttribute(child.url)}" rel="noopener">${inner}</a>` : inner;
    })
    .join('');
}

const FORMAT_TAGS: readonly (readonly [number, string])[] = [
  [TEXT_FORMAT.bold, 'strong'],
  [TEXT_FORMAT.italic, 'em'],
  [TEXT_FORMAT.underline, 'u'],
  [TEXT_FORMAT.strike, 's'],
  [TEXT_FORMAT.code, 'code'],
  [TEXT_FORMAT.sub, 'sub'],
  [TEXT_FORMAT.sup, 'sup'],
];

function renderText(node: TextNode): string {
  let html = escapeText(node.text);
  for (const [bit, tag] of FORMAT_TAGS) if (((node.format ?? 0) & bit) !== 0) html = `<${tag}>${html}</${tag}>`;
  return html;
}

function picture(
  hash: string,
  alt: string,
  media: ReadonlyMap<string, MediaReference>,
  loading: 'lazy' | 'eager',
): string {
  const reference = media.get(hash);
  const size = reference ? ` width="${reference.width}" height="${reference.height}"` : '';
  return `<img src="${mediaPath(hash)}" alt="${escapeAttribute(alt)}"${size} loading="${loading}" decoding="async">`;
}

/** Where a stored picture is served, from the root of the portal and of the program's own window. */
export function mediaPath(hash: string): string {
  return `/media/${hash}.webp`;
}

/** Whether a link may be drawn: http, https, mailto and tel only, and no control characters to hide another scheme. */
export function isSafeAddress(url: string): boolean {
  return /^(https?:\/\/|mailto:|tel:)[^\s\p{Cc}]+$/iu.test(url);
}

/** Text made safe between tags. */
export function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** Text made safe inside a double-quoted attribute. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replace(/"/g, '&quot;').replace(/'/g, '&#39;');
}
