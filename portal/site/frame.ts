import { type Language, postPath } from '../../shared/content/index.ts';
import { type MessageKey, type MessageParams, translate } from '../../shared/i18n/index.ts';
import { categoriesOf, categoryName } from '../../shared/rules/index.ts';
import type { SiteAbout } from '../../shared/site/index.ts';
import type { Unit } from '../../shared/sync/index.ts';
import { ICON_PATH } from './icon.ts';
import type { StandingPage } from './standing.ts';
import { stylePath } from './style.ts';
import { html, type Markup } from './template.ts';

/** Who answers for the site, as the portal was made with: until the unit sets it from the program. */
export interface Contact {
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly responsible: string;
}

/** What every page shows of the unit's settings. `colour` `null`: the plain one. */
export interface Facts {
  readonly about: SiteAbout;
  readonly colour: string | null;
  readonly hasPeople: boolean;
  /** The menu's own pages, in its order. */
  readonly standing: readonly StandingPage[];
}

/** What every page of a site shares. `today` is an ISO date, for the categories in force. */
export interface Site {
  readonly unit: Unit;
  readonly facts: Facts;
  readonly today: string;
  /** `https://host`: as it was set, or else as the reader asked for it; empty where no page names its own address. */
  readonly origin: string;
}

/** One page inside the frame. `language` is the frame's and the page's; `category` the one it belongs to. */
export interface PageParts {
  readonly language: Language;
  readonly title: string | null;
  readonly description: string | null;
  readonly category: string | null;
  /** The standing page that this is. */
  readonly standing?: string;
  readonly main: Markup;
  /** What machines read of it, in the head. */
  readonly metadata?: Markup;
  /** Whether search engines may list it; a search and a notice are not for them. */
  readonly isIndexed?: boolean;
}

export const SEARCH_PATH = '/tim-kiem';
/** The English home page, of a unit that has told its English name. */
export const ENGLISH_PATH = '/en';
export const ARCHIVE_PATH = '/luu-tru';
export const SITEMAP_PATH = '/so-do';
export const PEOPLE_PATH = '/lanh-dao-can-bo';

/** A sentence of the frame in one language. */
export function say(language: Language, key: MessageKey, params?: MessageParams): string {
  return translate(language, key, params);
}

/** The address of a category's list. */
export function categoryPath(code: string): string {
  return `/chuyen-muc/${encodeURIComponent(code)}`;
}

/** A whole page: head, skip link, header, main, categories, foot. Reads well without its style and needs no script. */
export function frame(site: Site, page: PageParts): string {
  const { language, category } = page;
  const { unit, facts } = site;
  const hasEnglish = language === 'en' && facts.about.nameEn !== '';
  const name = hasEnglish ? facts.about.nameEn : unit.name;
  const title = page.title === null ? name : `${page.title} – ${name}`;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${page.description !== null && page.description !== '' && html`<meta name="description" content="${page.description}">\n`}${page.isIndexed === false && html`<meta name="robots" content="noindex">\n`}${page.metadata ?? null}<link rel="alternate" type="application/atom+xml" href="${category === null ? '/atom.xml' : `${categoryPath(category)}/atom.xml`}" title="${unit.name}">
<link rel="icon" href="${ICON_PATH}" type="image/svg+xml">
<link rel="stylesheet" href="${stylePath(facts.colour)}">
</head>
<body>
<a class="skip" href="#main">${say(language, 'site.skip')}</a>
<header class="site">
<div class="wide">
<a class="unit" href="${hasEnglish ? ENGLISH_PATH : '/'}"><span class="portal">${say(language, 'site.portal')}</span> <span class="name" lang="${hasEnglish ? 'en' : 'vi'}">${name}</span>${facts.about.slogan !== '' && html` <span class="slogan" lang="vi">${facts.about.slogan}</span>`}</a>
<a class="find" href="${SEARCH_PATH}">${say(language, 'site.search')}</a>
${otherLanguage(facts, language)}<a class="menu" href="#menu">${say(language, 'site.menu')}</a>
</div>
</header>
<div class="wide columns">
<main id="main" tabindex="-1">
${page.main}
</main>
${menu(site, page)}
</div>
${foot(site, language)}
</body>
</html>
`.text;
}

/** The way to the other language, in that language. */
function otherLanguage({ about }: Facts, language: Language): Markup | false {
  if (about.nameEn === '') return false;
  const [path, other] = language === 'en' ? (['/', 'vi'] as const) : ([ENGLISH_PATH, 'en'] as const);
  return html`<a class="find" href="${path}" lang="${other}" hreflang="${other}">${say(other, 'site.own_language')}</a>\n`;
}

/** The unit's standing pages, and its categories. */
function menu(site: Site, page: PageParts): Markup {
  const { unit, today, facts } = site;
  const { language, category } = page;
  const items = categoriesOf(unit.level, today).map(
    ({ code }) =>
      html`<li><a href="${categoryPath(code)}"${code === category && html` aria-current="true"`}>${categoryName(code, language)}</a></li>\n`,
  );
  const own = standingOf(facts, language).map(
    ({ post, title, language: its }) =>
      html`<li><a href="${postPath(post, title)}"${its !== language && html` lang="${its}"`}${post === page.standing && html` aria-current="page"`}>${title}</a></li>\n`,
  );
  const about = facts.hasPeople
    ? [...own, html`<li><a href="${PEOPLE_PATH}">${say(language, 'site.people')}</a></li>\n`]
    : own;
  return html`<div class="side" id="menu">
${about.length > 0 && group('about', say(language, 'site.about'), about)}${group('categories', say(language, 'site.categories'), items)}</div>`;
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

function foot({ unit, facts }: Site, language: Language): Markup {
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
<p class="links"${language !== 'vi' && html` lang="${language}"`}><a href="${ARCHIVE_PATH}">${say(language, 'site.archive')}</a> <a href="${SITEMAP_PATH}">${say(language, 'site.sitemap')}</a> <a href="/atom.xml">${say(language, 'site.feed')}</a></p>
</div>
</footer>`;
}
