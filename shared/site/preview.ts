import type { Language } from '../content/index.ts';
import { breadcrumbs, sitePage } from './page.ts';
import { html, trusted } from './template.ts';

/** What stands around an article on the site. */
interface ArticleSurroundings {
  readonly language: Language;
  /** The document's own name, for a screen reader. */
  readonly title: string;
  readonly unit: string;
  /** Name of the category it stands under; `null` while it has none. */
  readonly category: string | null;
}

/**
 * A whole document around an article's HTML, which goes in byte for byte: drawn by what draws the portal's pages, without
 * menu, foot and dates. What leads elsewhere leads nowhere.
 */
export function previewDocument(article: string, { language, title, unit, category }: ArticleSurroundings): string {
  const band = { language, name: unit, nameLanguage: 'vi', slogan: '', crest: null, otherLanguage: false } as const;
  const crumbs = breadcrumbs(language, null, category === null ? null : { name: category, path: null });
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${title}</title></head>
<body>
${sitePage({ ...band, links: null }, html`${crumbs}\n${trusted(article)}`, null, null)}
</body></html>`.text;
}
