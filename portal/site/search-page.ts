import { postPath } from '../../shared/content/index.ts';
import { formatDate } from '../../shared/vietnamese/index.ts';
import { SEARCH_LIMITS, type SearchPage } from '../search/index.ts';
import { frame } from './frame.ts';
import { SEARCH_PATH, type Site, say } from './parts.ts';
import { html, type Markup } from './template.ts';

/**
 * The search: its form, and what was found. The query stands in the form and in the links to further pages, never in a
 * title.
 *
 * @returns `null` when there is no such page of hits.
 */
export function searchPage(site: Site, query: string, { count, hits }: SearchPage, page: number): string | null {
  const pages = Math.max(1, Math.ceil(count / SEARCH_LIMITS.page));
  if (page > pages) return null;
  const items = hits.map(({ post, title, language, firstAt, piece }) => {
    const words = piece.map((part) => (part.isHit ? html`<mark>${part.text}</mark>` : html`${part.text}`));
    return html`<li><div class="words"${language !== 'vi' && html` lang="${language}"`}>
<h2><a href="${postPath(post, title)}">${title}</a></h2>
<p class="snippet">${words}</p>
<p class="date" lang="vi"><time datetime="${firstAt}">${formatDate(firstAt)}</time></p>
</div></li>\n`;
  });
  const result =
    query === ''
      ? null
      : html`<p role="status">${count === 0 ? say('vi', 'site.search_none') : say('vi', count < SEARCH_LIMITS.hits ? 'site.search_count' : 'site.search_many', { count })}</p>\n`;
  return frame(site, {
    ...{
      language: 'vi',
      title: say('vi', 'site.search'),
      description: null,
      category: null,
      path: SEARCH_PATH,
      isIndexed: false,
    },
    main: html`<h1>${say('vi', 'site.search')}</h1>
<form class="search" role="search" action="${SEARCH_PATH}" method="get">
<label for="q">${say('vi', 'site.search_label')}</label>
<input id="q" name="q" type="search" value="${query}" maxlength="200" autocomplete="off">
<button type="submit">${say('vi', 'site.search')}</button>
</form>
${result}${items.length > 0 && html`<ul class="posts">\n${items}</ul>`}${pages > 1 && pager(query, page, pages)}`,
  });
}

function pager(query: string, page: number, pages: number): Markup {
  const link = (to: number, rel: 'prev' | 'next', key: 'site.previous' | 'site.next'): Markup => {
    const asked = new URLSearchParams({ q: query, ...(to > 1 && { trang: String(to) }) });
    return html`<a rel="${rel}" href="${SEARCH_PATH}?${asked.toString()}">${say('vi', key)}</a>`;
  };
  return html`\n<nav class="pager" aria-label="${say('vi', 'site.pages')}">${page > 1 && link(page - 1, 'prev', 'site.previous')} <span>${say('vi', 'site.page', { page, pages })}</span> ${page < pages && link(page + 1, 'next', 'site.next')}</nav>`;
}
