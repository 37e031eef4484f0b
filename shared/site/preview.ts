import type { Language } from '../content/index.ts';
import { colourRules, DEFAULT_COLOUR } from './colour.ts';
import { categoryNameShown, type SiteLook } from './look.ts';
import { breadcrumbs, otherLanguage, sitePage } from './page.ts';
import { SITE_STYLE } from './style.ts';
import { html, trusted } from './template.ts';

/** What stands around an article on the site. */
interface ArticleSurroundings {
  readonly language: Language;
  /** The document's own name, for a screen reader. */
  readonly title: string;
  readonly unit: string;
  /** Code of the category it stands under; `null` while it has none. */
  readonly category: string | null;
  /** How the unit has set its site to look; `null`: in no way of its own. */
  readonly look: Omit<SiteLook, 'crest'> | null;
  /** Address of the crest's picture. */
  readonly crest: string | null;
}

/**
 * A whole document around an article's HTML, which goes in byte for byte: drawn by what draws the portal's pages, without
 * menu, foot and dates. What leads elsewhere leads nowhere.
 */
export function previewDocument(article: string, around: ArticleSurroundings): string {
  const { language, title, unit, category, look, crest } = around;
  const { nameEn, slogan, categories } = look ?? { nameEn: '', slogan: '', categories: [] };
  const isEnglish = language === 'en' && nameEn !== '';
  const named = { name: isEnglish ? nameEn : unit, nameLanguage: isEnglish ? 'en' : 'vi' } as const;
  const other = nameEn !== '' && otherLanguage(language, null);
  const band = { language, ...named, slogan, crest, otherLanguage: other, links: null };
  const name = category === null ? null : categoryNameShown(categories, category, language);
  const crumbs = breadcrumbs(language, null, name === null ? null : { name, path: null });
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${title}</title></head>
<body>
${sitePage(band, html`${crumbs}\n${trusted(article)}`, null, null)}
</body></html>`.text;
}

/** The style of such a document, in the unit's own colour if it has one. */
export function previewStyle(look: ArticleSurroundings['look']): string {
  return look === null || look.colour === DEFAULT_COLOUR ? SITE_STYLE : `${SITE_STYLE}${colourRules(look.colour)}`;
}
