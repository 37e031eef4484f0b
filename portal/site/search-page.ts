import { type Language, postPath } from '../../shared/content/index.ts';
import { html, type Markup } from '../../shared/site/index.ts';
import { formatDate } from '../../shared/vietnamese/index.ts';
import { SEARCH_LIMITS, type SearchPage } from '../search/index.ts';
import { frame } from './frame.ts';
import { pathIn, SEARCH_PATH, type Site, say } from './parts.ts';

/**
 * The search: its form, and what was found. The query stands in the form and in the links to further pages, never in a
 * title.
 *
 * @returns `null` when there is no such page of hits.
 */
export function searchPage(
  site: Site,
  query: string,
  { count, hits }: SearchPage,
  page: number,
  language: Language = 'vi',
): string | null {
  const path = pathIn(language, SEARCH_PATH, site);
  const pages = Math.max(1, Math.ceil(count / SEARCH_LIMITS.page));
  if (page > pages) return null;
  const items = hits.map(({ post, title, language: its, firstAt, piece }) => {
    const words = piece.map((part) => (part.isHit ? html`<mark>${part.text}</mark>` : html`${part.text}`));
    return html`<li><div class="words"${its !== language && html` lang="${its}"`}>
<h2><a href="${postPath(post, title)}">${title}</a></h2>
<p class="snippet">${words}</p>
<p class="date" lang="${language}"><time datetime="${firstAt}">${formatDate(firstAt)}</time></p>
</div></li>\n`;
  });
  const result =
    query === ''
      ? null
      : html`<p role="status">${count === 0 ? say(language, 'site.search_none') : say(language, count < SEARCH_LIMITS.hits ? 'site.search_count' : 'site.search_many', { count })}</p>\n`;
  return frame(site, {
    ...{
      language,
      title: say(language, 'site.search'),
      description: null,
      category: null,
      path,
      isIndexed: false,
    },
    main: html`<h1>${say(language, 'site.search')}</h1>
<form class="search" role="search" action="${path}" method="get">
<label for="q">${say(language, 'site.search_label')}</label>
<input id="q" name="q" type="search" value="${query}" maxlength="200" autocomplete="off">
<button type="submit">${say(language, 'site.search')}</button>
</form>
${result}${items.length > 0 && html`<ul class="posts">\n${items}</ul>`}${pages > 1 && pager({ path, language, query }, page, pages)}`,
  });
}

function pager(
  { path, language, query }: { readonly path: string; readonly language: Language; readonly query: string },
  page: number,
  pages: number,
): Markup {
  const link = (to: number, rel: 'prev' | 'next', key: 'site.previous' | 'site.next'): Markup => {
    const asked = new URLSearchParams({ q: query, ...(to > 1 && { trang: String(to) }) });
    return html`<a rel="${rel}" href="${path}?${asked.toString()}">${say(language, key)}</a>`;
  };
  return html`\n<nav class="pager" aria-label="${say(language, 'site.pages')}">${page > 1 && link(page - 1, 'prev', 'site.previous')} <span>${say(language, 'site.page', { page, pages })}</span> ${page < pages && link(page + 1, 'next', 'site.next')}</nav>`;
}
