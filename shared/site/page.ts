import type { Language } from '../content/index.ts';
import { type MessageKey, translate } from '../i18n/index.ts';
import { html, type Markup } from './template.ts';

/** Where the band of a page leads. */
interface BandLinks {
  readonly home: string;
  readonly search: string;
  /** On this page. */
  readonly menu: string;
}

/** What stands above every page. */
export interface Band {
  readonly language: Language;
  /** The unit's name in the page's language, and which that is. */
  readonly name: string;
  readonly nameLanguage: Language;
  readonly slogan: string;
  /** Address of the crest's picture. */
  readonly crest: string | null;
  /** The way to the other language. */
  readonly otherLanguage: Markup | false;
  /** `null` for a preview, where it leads nowhere. */
  readonly links: BandLinks | null;
}

/** A category that a page stands under; `path` `null` where it leads nowhere. */
interface Crumb {
  readonly name: string;
  readonly path: string | null;
}

/**
 * The part of a page that the public site and the program's preview draw alike: the band, and the article's place below
 * it. `side` and `below` are what only the site has: menu and foot.
 */
export function sitePage(band: Band, main: Markup, side: Markup | null, below: Markup | null): Markup {
  const { language, name, nameLanguage, slogan, crest, links } = band;
  const say = (key: MessageKey): string => translate(language, key);
  return html`<header class="site">
<div class="wide">
<a class="unit"${to(links?.home)}>${crest !== null && html`<img src="${crest}" alt="" width="64" height="64">`}<span class="names"><span class="portal">${say('site.portal')}</span> <span class="name" lang="${nameLanguage}">${name}</span>${slogan !== '' && html` <span class="slogan" lang="vi">${slogan}</span>`}</span></a>
<a class="find"${to(links?.search)}>${say('site.search')}</a>
${band.otherLanguage}<a class="menu"${to(links?.menu)}>${say('site.menu')}</a>
</div>
</header>
<div class="wide columns">
<main id="main" tabindex="-1">
${main}
</main>
${side}
</div>
${below}`;
}

/** The way to the other language, in that language; `path` `null` where it leads nowhere. */
export function otherLanguage(language: Language, path: string | null): Markup {
  const other = language === 'en' ? 'vi' : 'en';
  return html`<a class="find"${to(path)} lang="${other}" hreflang="${other}">${translate(other, 'site.own_language')}</a>\n`;
}

/** The way from the home page to a page; `home` `null` where it leads nowhere. */
export function breadcrumbs(language: Language, home: string | null, category: Crumb | null): Markup {
  const say = (key: MessageKey): string => translate(language, key);
  const trail = category !== null && html` <li><a${to(category.path)}>${category.name}</a></li>`;
  return html`<nav class="breadcrumbs" aria-label="${say('site.breadcrumbs')}"><ol><li><a${to(home)}>${say('site.home')}</a></li>${trail}</ol></nav>`;
}

function to(path: string | null | undefined): Markup | false {
  return typeof path === 'string' && html` href="${path}"`;
}
