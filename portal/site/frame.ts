import { type Language, postPath } from '../../shared/content/index.ts';
import type { MessageKey } from '../../shared/i18n/index.ts';
import { type Band, categoriesShown, html, type Markup, otherLanguage, sitePage } from '../../shared/site/index.ts';
import { crestPath } from './crest.ts';
import { ICON_PATH } from './icon.ts';
import { pageMetadata } from './metadata.ts';
import {
  ALBUMS_PATH,
  ARCHIVE_PATH,
  categoryPathIn,
  ENGLISH_PATH,
  type Facts,
  FEED_PATH,
  FILES_PATH,
  feedPath,
  nameOfCategory,
  type PageParts,
  PEOPLE_PATH,
  pathIn,
  RATING_PATH,
  SEARCH_PATH,
  SITEMAP_PATH,
  type Site,
  say,
} from './parts.ts';
import type { StandingPage } from './standing.ts';
import { stylePath } from './style.ts';

/** A whole page: head, skip link, header, main, categories, foot. Reads well without its style and needs no script. */
export function frame(site: Site, page: PageParts): string {
  const { language, category } = page;
  const { facts } = site;
  const band = bandOf(site, language);
  const { name } = band;
  const title = page.title === null ? name : `${page.title} – ${name}`;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${page.description !== null && page.description !== '' && html`<meta name="description" content="${page.description}">\n`}${page.isIndexed === false && html`<meta name="robots" content="noindex">\n`}${page.metadata ?? pageMetadata(site, page)}${page.links ?? null}<link rel="alternate" type="application/atom+xml" href="${category === null ? pathIn(language, FEED_PATH, site) : feedPath(site, language, category)}" title="${name}">
${facts.crest === null ? html`<link rel="icon" href="${ICON_PATH}" type="image/svg+xml">` : html`<link rel="icon" href="${crestPath(facts.crest)}" type="image/png">`}
<link rel="stylesheet" href="${stylePath(facts.colour)}">
</head>
<body>
<a class="skip" href="#main">${say(language, 'site.skip')}</a>
${sitePage(band, page.main, menu(site, page), foot(site, language))}
</body>
</html>
`.text;
}

function bandOf(site: Site, language: Language): Band {
  const { unit, facts } = site;
  const { nameEn, slogan } = facts.about;
  const isEnglish = language === 'en' && nameEn !== '';
  return {
    language,
    name: isEnglish ? nameEn : unit.name,
    nameLanguage: isEnglish ? 'en' : 'vi',
    slogan,
    crest: facts.crest === null ? null : crestPath(facts.crest),
    otherLanguage: nameEn !== '' && otherLanguage(language, language === 'en' ? '/' : ENGLISH_PATH),
    links: { home: isEnglish ? ENGLISH_PATH : '/', search: pathIn(language, SEARCH_PATH, site), menu: '#menu' },
  };
}

/** The unit's standing pages, and its categories. */
function menu(site: Site, page: PageParts): Markup {
  const { unit, today, facts } = site;
  const { language, category } = page;
  const shown = categoriesShown(unit.level, today, facts.categories).filter(({ isHidden }) => !isHidden);
  const items = shown.map(
    ({ code }) =>
      html`<li><a href="${categoryPathIn(language, code, site)}"${code === category && html` aria-current="true"`}>${nameOfCategory(site, code, language)}</a></li>\n`,
  );
  const more = (
    [
      [facts.hasAlbums, ALBUMS_PATH, 'site.albums'],
      [facts.hasFiles, FILES_PATH, 'site.files'],
    ] as const
  ).map(([isThere, path, key]) => isThere && html`<li><a href="${path}">${say(language, key)}</a></li>\n`);
  const own = standingOf(facts, language).map(
    ({ post, title, language: its }) =>
      html`<li><a href="${postPath(post, title)}"${its !== language && html` lang="${its}"`}${post === page.standing && html` aria-current="page"`}>${title}</a></li>\n`,
  );
  const about = facts.hasPeople
    ? [...own, html`<li><a href="${PEOPLE_PATH}">${say(language, 'site.people')}</a></li>\n`]
    : own;
  return html`<div class="side" id="menu">
${about.length > 0 && group('about', say(language, 'site.about'), about)}${group('categories', say(language, 'site.categories'), [...items, ...more.filter((item) => item !== false)])}</div>`;
}

function group(id: string, title: string, items: readonly Markup[]): Markup {
  return html`<nav class="categories" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
<ul>
${items}</ul>
</nav>
`;
}

/** The standing pages of a frame: those in its language, or all of them where the site has one language. */
export function standingOf({ about, standing }: Facts, language: Language): readonly StandingPage[] {
  return about.nameEn === '' ? standing : standing.filter((page) => page.language === language);
}

function foot(site: Site, language: Language): Markup {
  const { unit, facts } = site;
  const line = (key: MessageKey, value: Markup): Markup =>
    html`<div><dt>${say(language, key)}</dt> <dd>${value}</dd></div>\n`;
  const { governing, licence, address, phone, email, responsible } = facts.about;
  const words = (key: MessageKey, value: string): Markup | false =>
    value !== '' && line(key, html`<span lang="vi">${value}</span>`);
  return html`<footer class="site">
<div class="wide" lang="vi">
<p class="name">${unit.name}</p>
<dl${language !== 'vi' && html` lang="${language}"`}>
${words('site.governing', governing)}${words('site.address', address)}${phone !== '' && line('site.phone', html`<a href="tel:${phone.replace(/[^\d+]/g, '')}">${phone}</a>`)}${email !== '' && line('site.email', html`<a href="mailto:${email}">${email}</a>`)}${words('site.responsible', responsible)}${words('site.licence', licence)}</dl>
<p class="links"${language !== 'vi' && html` lang="${language}"`}><a href="${pathIn(language, ARCHIVE_PATH, site)}">${say(language, 'site.archive')}</a> <a href="${SITEMAP_PATH}">${say(language, 'site.sitemap')}</a> <a href="${pathIn(language, FEED_PATH, site)}">${say(language, 'site.feed')}</a> <a href="${RATING_PATH}">${say(language, 'site.rating')}</a></p>
</div>
</footer>`;
}
