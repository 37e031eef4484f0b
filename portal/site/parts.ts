import type { Language } from '../../shared/content/index.ts';
import { type MessageKey, type MessageParams, translate } from '../../shared/i18n/index.ts';
import { categoryNameShown, type Markup, type SiteAbout, type SiteCategory } from '../../shared/site/index.ts';
import type { Unit } from '../../shared/sync/index.ts';
import type { StandingPage } from './standing.ts';

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
  readonly crest: string | null;
  readonly categories: readonly SiteCategory[];
  readonly hasPeople: boolean;
  readonly hasAlbums: boolean;
  readonly hasFiles: boolean;
  /** The day the site was made, ISO: what a page without a day of its own is dated by. */
  readonly madeOn: string;
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
  /** Its own address, without the number of a further page; none for a notice. */
  readonly path?: string;
  /** Which page of a list it is, from 1. */
  readonly page?: number;
  /** When what it shows was newest, ISO. */
  readonly date?: string | undefined;
  /** What machines read of it, in the head, in place of what follows from `path`. */
  readonly metadata?: Markup;
  /** More of it. */
  readonly links?: Markup | false;
  /** Whether search engines may list it; a search and a notice are not for them. */
  readonly isIndexed?: boolean;
}

export const SEARCH_PATH = '/tim-kiem';
/** The English home page, of a unit that has told its English name. */
export const ENGLISH_PATH = '/en';

/** Whether the unit has English lists: once it has said its English name. */
export function hasEnglish({ facts }: Pick<Site, 'facts'>): boolean {
  return facts.about.nameEn !== '';
}

/** A category's news in a language. */
export function categoryPathIn(language: Language, code: string, site: Pick<Site, 'facts'>): string {
  return pathIn(language, categoryPath(code), site);
}
/** Search, archive and feed in a language: its own where the site has English lists, else those of all news. */
export function pathIn(language: Language, path: string, site: Pick<Site, 'facts'>): string {
  return language === 'en' && hasEnglish(site) ? `${ENGLISH_PATH}${path}` : path;
}
export const ARCHIVE_PATH = '/luu-tru';
export const FEED_PATH = '/atom.xml';
/** The feed of a category in a language. */
export function feedPath(site: Pick<Site, 'facts'>, language: Language, code: string): string {
  return `${categoryPathIn(language, code, site)}${FEED_PATH}`;
}
export const SITEMAP_PATH = '/so-do';
export const PEOPLE_PATH = '/lanh-dao-can-bo';
export const ALBUMS_PATH = '/thu-vien-anh';
export const FILES_PATH = '/tai-lieu';
export const RATING_PATH = '/danh-gia';

/** A sentence of the frame in one language. */
export function say(language: Language, key: MessageKey, params?: MessageParams): string {
  return translate(language, key, params);
}

/** The name of a category: the unit's own, or else the law's. */
export function nameOfCategory({ facts }: Site, code: string, language: Language): string {
  return categoryNameShown(facts.categories, code, language);
}

/** The address of a category's list. */
export function categoryPath(code: string): string {
  return `/chuyen-muc/${encodeURIComponent(code)}`;
}
