import { focusClass, type Language } from '../../shared/content/index.ts';
import { html, type Markup } from '../../shared/site/index.ts';
import { say } from './parts.ts';

/** Where in a list a page is, from 1. */
interface Paged {
  readonly page: number;
  readonly pages: number;
}

/** The title of a list's page: further ones say which. */
export function titleOf(heading: string, { page, pages }: Paged, language: Language = 'vi'): string {
  return page === 1 ? heading : `${heading} (${say(language, 'site.page', { page, pages })})`;
}

/** The way to the pages before and after; nothing for a list of one page. */
export function pager({ page, pages }: Paged, path: string, language: Language): Markup | false {
  if (pages <= 1) return false;
  const link = (to: number, rel: 'prev' | 'next', key: 'site.newer' | 'site.older'): Markup =>
    html`<a rel="${rel}" href="${to === 1 ? path : `${path}?trang=${to}`}">${say(language, key)}</a>`;
  return html`<nav class="pager" aria-label="${say(language, 'site.pages')}">${page > 1 && link(page - 1, 'prev', 'site.newer')} <span>${say(language, 'site.page', { page, pages })}</span> ${page < pages && link(page + 1, 'next', 'site.older')}</nav>`;
}

/** A card shows a part of its picture: the one that its author named, else the middle. */
export function focusOf({ cover_focus: focus }: { readonly cover_focus: string | null }): Markup | false {
  const [x, y] = focus?.split(' ').map(Number) ?? [];
  return x !== undefined && y !== undefined && html` class="${focusClass({ x, y })}"`;
}
