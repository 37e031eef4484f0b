import { type Language, postPath, smallPath } from '../../shared/content/index.ts';
import { isMessageKey } from '../../shared/i18n/index.ts';
import { breadcrumbs, html, type Markup, trusted } from '../../shared/site/index.ts';
import { formatDate } from '../../shared/vietnamese/index.ts';
import { frame } from './frame.ts';
import { focusOf, pager, titleOf } from './lists.ts';
import { postMetadata } from './metadata.ts';
import { categoryPath, categoryPathIn, ENGLISH_PATH, hasEnglish, nameOfCategory, type Site, say } from './parts.ts';
import type { Found, Listed, ListPage } from './publications.ts';

type Live = Extract<Found, { state: 'live' }>;

/** Lists are in Vietnamese; a post's own page is framed in the post's language. */
const LISTS: Language = 'vi';

/** The English home page: the newest news in English. */
export function englishPage(site: Site, list: ListPage): string {
  const heading = say('en', 'site.latest');
  return frame(site, {
    language: 'en',
    title: list.page === 1 ? null : titleOf(heading, list, 'en'),
    description: null,
    category: null,
    ...{ path: ENGLISH_PATH, page: list.page, date: list.posts[0]?.first_at, links: homeAlternates(site, list) },
    main: html`<h1>${heading}</h1>\n${postList(list, ENGLISH_PATH, true, 'en')}`,
  });
}

/** The home pages name themselves and each other, as search engines ask. */
function homeAlternates({ facts, origin }: Site, { page }: ListPage): Markup | false {
  return (
    page === 1 &&
    facts.about.nameEn !== '' &&
    html`<link rel="alternate" hreflang="vi" href="${origin}/">\n<link rel="alternate" hreflang="en" href="${origin}${ENGLISH_PATH}">\n`
  );
}

/** The home page: what is pinned, then the newest news. */
export function homePage(
  site: Site,
  list: ListPage,
  pinned: readonly Listed[],
  blocks: readonly HomeBlock[] = [],
): string {
  const rest = { ...list, posts: list.posts.filter(({ post }) => pinned.every((pin) => pin.post !== post)) };
  const heading = say(LISTS, 'site.latest');
  return frame(site, {
    language: LISTS,
    title: list.page === 1 ? null : titleOf(heading, list),
    description: null,
    category: null,
    ...{ path: '/', page: list.page, date: list.posts[0]?.first_at, links: homeAlternates(site, list) },
    main:
      pinned.length > 0
        ? html`${pins(pinned)}${latestBelow(heading, rest)}${homeBlocks(site, blocks)}`
        : html`<h1>${heading}</h1>\n${postList(list, '/')}${homeBlocks(site, blocks)}`,
  });
}

/** The newest news of a category that has a block on the home page. */
export interface HomeBlock {
  readonly code: string;
  readonly posts: readonly Listed[];
}

/** Side by side where there is room; a category without news has no block. */
function homeBlocks(site: Site, blocks: readonly HomeBlock[]): Markup | false {
  const drawn = blocks.flatMap(({ code, posts }) => {
    const items = posts.map(
      ({ post, title, language, first_at }) =>
        html`<li><a href="${postPath(post, title)}"${language !== LISTS && html` lang="${language}"`}>${title}</a> <time datetime="${first_at}">${formatDate(first_at)}</time></li>\n`,
    );
    const name = nameOfCategory(site, code, LISTS);
    const heading = html`<h2><a href="${categoryPath(code)}">${name}</a></h2>`;
    return items.length === 0 ? [] : [html`<section>${heading}\n<ul>\n${items}</ul>\n</section>\n`];
  });
  return drawn.length > 0 && html`\n<div class="blocks">\n${drawn}</div>`;
}

/** A category's page. `code` is one of the unit's categories. */
export function categoryPage(site: Site, code: string, list: ListPage): string {
  const name = nameOfCategory(site, code, LISTS);
  return frame(site, {
    language: LISTS,
    title: titleOf(name, list),
    description: null,
    category: code,
    ...{ path: categoryPath(code), page: list.page, date: list.posts[0]?.first_at },
    main: html`${trail(site, LISTS, null)}\n<h1>${name}</h1>\n${postList(list, categoryPath(code))}`,
  });
}

/** A category's news in English. */
export function englishCategoryPage(site: Site, code: string, list: ListPage): string {
  const name = nameOfCategory(site, code, 'en');
  const path = categoryPathIn('en', code, site);
  return frame(site, {
    language: 'en',
    title: titleOf(name, list, 'en'),
    description: null,
    category: code,
    ...{ path, page: list.page, date: list.posts[0]?.first_at },
    main: html`${trail(site, 'en', null)}\n<h1>${name}</h1>\n${postList(list, path, false, 'en')}`,
  });
}

/**
 * A post's page. The article is the string that was approved, byte for byte; what the frame adds (where, when) stands
 * outside it.
 */
export function postPage(site: Site, post: Extract<Found, { state: 'live' }>): string {
  const { language, firstAt, publishedAt } = post;
  const isStanding = post.kind === 'page';
  // A standing page has its place in the menu, not among the news of a category.
  const [category = null] = isStanding ? [] : post.categories;
  const day = (iso: string): string => formatDate(iso);
  const updated =
    day(publishedAt) !== day(firstAt) && html`, ${say(language, 'site.updated_on', { date: day(publishedAt) })}`;
  return frame(site, {
    language,
    title: post.title,
    description: post.summary,
    category,
    ...(isStanding && { standing: post.post }),
    metadata: postMetadata(site, post),
    links: translationLinks(site, post),
    main: html`${trail(site, language, category)}
<p class="dates">${isStanding ? html`<time datetime="${publishedAt}">${say(language, 'site.standing_updated', { date: day(publishedAt) })}</time>` : html`<time datetime="${firstAt}">${say(language, 'site.published_on', { date: day(firstAt) })}</time>${updated}`}</p>
${translationsOf(post)}${trusted(post.article)}${changeList(language, post.changes)}`,
  });
}

/** A post and its translations name themselves and each other to search engines; a post alone names none. */
function translationLinks({ origin }: Site, { post, title, language, translations }: Live): Markup | false {
  if (translations.length === 0) return false;
  const all = [{ post, title, language }, ...translations];
  return html`${all.map((one) => html`<link rel="alternate" hreflang="${one.language}" href="${origin}${postPath(one.post, one.title)}">\n`)}`;
}

/** The way to the same words in another language, in that language. */
function translationsOf({ translations }: Live): Markup | false {
  const links = translations.map(
    ({ post, title, language }) =>
      html`<p class="dates"><a href="${postPath(post, title)}" lang="${language}" hreflang="${language}">${say(language, 'site.own_language')}: ${title}</a></p>\n`,
  );
  return links.length > 0 && html`${links}`;
}

/** The page for an address that leads nowhere. */
export function notFoundPage(site: Site): string {
  return notice(site, say(LISTS, 'site.not_found'), say(LISTS, 'site.not_found_text'));
}

/** What readers are told of the corrections: under the article, which is what was approved and nothing else. */
function changeList(language: Language, changes: Extract<Found, { state: 'live' }>['changes']): Markup | false {
  if (changes.length === 0) return false;
  const items = changes.map(
    ({ at, note }) => html`<li><time datetime="${at}">${formatDate(at)}</time>: ${note}</li>\n`,
  );
  return html`
<section class="changes" aria-labelledby="changes"><h2 id="changes">${say(language, 'site.changes')}</h2>
<ul>
${items}</ul>
</section>`;
}

/**
 * The page of a post that was withdrawn: the reason from the closed list, what the unit tells readers beside it, and
 * nothing of the post.
 */
export function withdrawnPage(site: Site, { reason, note }: Extract<Found, { state: 'withdrawn' }>): string {
  const key = `withdrawal.${reason}`;
  const words = isMessageKey(key) ? say(LISTS, key) : reason;
  return notice(site, say(LISTS, 'site.withdrawn'), say(LISTS, 'site.withdrawn_text', { reason: words }), note);
}

/** The page shown when the portal itself fails. */
export function failedPage(site: Site): string {
  return notice(site, say(LISTS, 'site.failed'), say(LISTS, 'site.failed_text'));
}

function notice(site: Site, title: string, text: string, more: string | null = null): string {
  return frame(site, {
    language: LISTS,
    title,
    description: null,
    category: null,
    isIndexed: false,
    main: html`<h1>${title}</h1>\n<p>${text}</p>\n${more !== null && html`<p>${more}</p>\n`}<p><a href="/">${say(LISTS, 'site.back_home')}</a></p>`,
  });
}

function trail(site: Site, language: Language, category: string | null): Markup {
  const home = language === 'en' && hasEnglish(site) ? ENGLISH_PATH : '/';
  if (category === null) return breadcrumbs(language, home, null);
  const [name, path] = [nameOfCategory(site, category, language), categoryPathIn(language, category, site)];
  return breadcrumbs(language, home, { name, path });
}

/** What is pinned, the first with its picture large. */
function pins(pinned: readonly Listed[]): Markup {
  const items = pinned.map((post, index) => listed(post, index === 0));
  return html`<h1>${say(LISTS, 'site.pinned')}</h1>\n<ul class="posts">\n${items}</ul>\n`;
}

/** The newest news under what is pinned, all alike; nothing where all of it is pinned. */
function latestBelow(heading: string, rest: ListPage): Markup | false {
  if (rest.posts.length === 0 && rest.pages === 1) return false;
  return html`<h2 class="below">${heading}</h2>\n${postList(rest, '/', false)}`;
}

function postList(list: ListPage, path: string, hasLead = true, language: Language = LISTS): Markup {
  if (list.posts.length === 0) return html`<p>${say(language, 'site.nothing_yet')}</p>`;
  const items = list.posts.map((post, index) => listed(post, hasLead && index === 0 && list.page === 1, language));
  return html`<ul class="posts">\n${items}</ul>\n${pager(list, path, language)}`;
}

function listed(post: Listed, isLead: boolean, frameLanguage: Language = LISTS): Markup {
  const { title, summary, cover, language } = post;
  const lang = language !== frameLanguage && html` lang="${language}"`;
  const image =
    cover !== null &&
    html`<div class="cover"><img${focusOf(post)} src="${smallPath(cover, isLead ? 800 : 320)}" srcset="${smallPath(cover, 320)} 320w, ${smallPath(cover, 800)} 800w" sizes="${isLead ? '(min-width: 60rem) 29rem, 100vw' : '(min-width: 40rem) 12rem, 6.5rem'}" alt="${post.cover_alt ?? ''}" loading="${isLead ? 'eager' : 'lazy'}" decoding="async"></div>\n`;
  return html`<li${isLead && html` class="lead"`}>
${image}<div class="words"${lang}>
<h2><a href="${postPath(post.post, title)}">${title}</a></h2>
${summary !== '' && html`<p class="summary">${summary}</p>\n`}<p class="date"${language !== frameLanguage && html` lang="${frameLanguage}"`}><time datetime="${post.first_at}">${formatDate(post.first_at)}</time></p>
</div>
</li>\n`;
}
