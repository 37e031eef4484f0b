import { escapeText, type Language } from '../../shared/content/index.ts';
import { translate } from '../../shared/i18n/index.ts';

/** What stands around an article on the site. */
export interface ArticleSurroundings {
  readonly language: Language;
  /** The document's own name, for a screen reader. */
  readonly title: string;
  readonly unit: string;
  /** Name of the category it stands under; `null` while it has none. */
  readonly category: string | null;
}

/**
 * A whole document around an article's HTML, which goes in byte for byte: the portal's band with the unit's name above it,
 * the same elements as on its page (`portal/site/frame.ts`), so that the site's own style draws it in the same way. What
 * leads elsewhere is drawn and leads nowhere.
 */
export function articleDocument(html: string, { language, title, unit, category }: ArticleSurroundings): string {
  const say = (key: 'site.portal' | 'site.search' | 'site.menu' | 'site.home'): string =>
    escapeText(translate(language, key));
  const crumb = category === null ? '' : ` <li><a>${escapeText(category)}</a></li>`;
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeText(title)}</title></head><body>
<header class="site"><div class="wide"><a class="unit"><span class="portal">${say('site.portal')}</span> <span class="name" lang="vi">${escapeText(unit)}</span></a>
<a class="find">${say('site.search')}</a>
<a class="menu">${say('site.menu')}</a></div></header>
<div class="wide columns"><main id="main"><div class="breadcrumbs"><ol><li><a>${say('site.home')}</a></li>${crumb}</ol></div>
${html}</main></div></body></html>`;
}
