import { hashText } from './canonical.ts';
import { renderFile } from './html-file.ts';
import { escapeAttribute, escapeText, isSafeAddress, renderInline } from './html-inline.ts';
import { type Drawing, RENDER_VERSIONS, type RenderVersion, renderPicture } from './html-picture.ts';
import { renderTable } from './html-table.ts';
import type { Block, GalleryBlock, ListItem, VideoBlock } from './node.ts';
import { asKnownBlock } from './node.ts';
import type { Revision } from './revision.ts';

/**
 * The HTML of a post as readers see it: the one function behind the editor's preview, the approval view and the portal
 * (design 3). Its output is what an approval signs, so no byte of a version ever changes: other bytes are a new
 * {@link RENDER_VERSIONS version}, and what was approved under an older one is still accepted and served.
 *
 * Only the node types and attributes written here can appear; every text and attribute is escaped; addresses are
 * limited to http, https, mailto and tel. Pictures are at `/media/HASH.webp`, on the portal and in the program alike.
 */
export function renderArticle(revision: Revision, version: RenderVersion = RENDER_VERSION): string {
  const media = new Map(revision.media.map((reference) => [reference.hash, reference]));
  const { language } = revision;
  const parts = [`<article class="post" lang="${language}">\n<header>\n<h1>${escapeText(revision.title)}</h1>\n`];
  if (revision.summary !== '') parts.push(`<p class="summary">${escapeText(revision.summary)}</p>\n`);
  if (revision.byline !== '') parts.push(`<p class="byline">${escapeText(revision.byline)}</p>\n`);
  parts.push('</header>\n');
  const drawing: Drawing = { media, language, version };
  if (revision.cover) {
    const { media: hash, alt } = revision.cover;
    parts.push(`<figure class="cover">${renderPicture(drawing, { hash, alt, loading: 'eager' })}</figure>\n`);
  }
  for (const block of revision.blocks) parts.push(renderBlock(block, drawing), '\n');
  parts.push('</article>');
  return parts.join('');
}

/** The version in which new approvals are drawn. */
export const RENDER_VERSION: RenderVersion = 2;

/** The HTML of a revision that has this hash, in whichever version it was drawn; `null` when none has it. */
export function articleWithHash(revision: Revision, hash: string): string | null {
  const drawn = RENDER_VERSIONS.map((version) => renderArticle(revision, version));
  return drawn.findLast((html) => htmlHash(html) === hash) ?? null;
}

/** SHA-256 of the article's HTML in UTF-8: what an approval signs beside the content hash. */
export function htmlHash(html: string): string {
  return hashText(html);
}

function renderBlock(block: Block, drawing: Drawing): string {
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
      const image = renderPicture(drawing, {
        ...{ hash: known.media, alt: known.decorative ? '' : known.alt, loading: 'lazy' },
      });
      return `<figure>${image}${text === '' ? '' : `<figcaption>${text}</figcaption>`}</figure>`;
    }
    case 'callout':
      return `<div class="callout ${known.tone}" role="note"><p>${renderInline(known.children)}</p></div>`;
    case 'table':
      return renderTable(known);
    case 'gallery':
      return renderGallery(known, drawing);
    case 'video':
      return renderVideo(known);
    case 'file':
      return renderFile(known, drawing.media.get(known.media), drawing.language);
  }
}

function renderGallery({ items, caption }: GalleryBlock, drawing: Drawing): string {
  const pictures = items.map((item) => {
    const image = renderPicture(drawing, {
      ...{ hash: item.media, alt: item.decorative ? '' : item.alt, loading: 'lazy', focus: item.focus, isTile: true },
    });
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
