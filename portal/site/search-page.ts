import { postPath } from '../../shared/content/index.ts';
import { formatDate } from '../../shared/vietnamese/index.ts';
import { type Hit, snippet } from '../search/index.ts';
import { frame, SEARCH_PATH, type Site, say } from './frame.ts';
import { html } from './template.ts';

/** The search: its form, and what was found. The query stands in the form alone, never in a title or an address. */
export function searchPage(site: Site, query: string, hits: readonly Hit[]): string {
  const items = hits.map(({ post, title, language, firstAt, text }) => {
    const piece = snippet(text, query).map((part) =>
      part.isHit ? html`<mark>${part.text}</mark>` : html`${part.text}`,
    );
    return html`<li><div class="words"${language !== 'vi' && html` lang="${language}"`}>
<h2><a href="${postPath(post, title)}">${title}</a></h2>
<p class="snippet">${piece}</p>
<p class="date" lang="vi"><time datetime="${firstAt}">${formatDate(firstAt)}</time></p>
</div></li>\n`;
  });
  const result =
    query === ''
      ? null
      : html`<p role="status">${hits.length === 0 ? say('vi', 'site.search_none') : say('vi', 'site.search_count', { count: hits.length })}</p>\n`;
  return frame(site, {
    ...{ language: 'vi', title: say('vi', 'site.search'), description: null, category: null, isIndexed: false },
    main: html`<h1>${say('vi', 'site.search')}</h1>
<form class="search" role="search" action="${SEARCH_PATH}" method="get">
<label for="q">${say('vi', 'site.search_label')}</label>
<input id="q" name="q" type="search" value="${query}" maxlength="200" autocomplete="off">
<button type="submit">${say('vi', 'site.search')}</button>
</form>
${result}${items.length > 0 && html`<ul class="posts">\n${items}</ul>`}`,
  });
}
