import { mediaPath, postPath } from '../../shared/content/index.ts';
import { html, type Markup, trusted } from '../../shared/site/index.ts';
import { crestPath } from './crest.ts';
import { nameOfCategory, type PageParts, type Site } from './parts.ts';
import type { Found } from './publications.ts';

/**
 * What machines read of a post: Dublin Core's six elements that an agency's page must carry (TCVN 7980:2015: creator,
 * date, description, identifier, publisher, title) with its language, Open Graph, and schema.org as a block of data.
 */
export function postMetadata(site: Site, post: Extract<Found, { state: 'live' }>): Markup {
  const { title, summary, language, firstAt, publishedAt, cover, categories } = post;
  const { unit, origin } = site;
  const address = `${origin}${postPath(post.post, title)}`;
  const { crest } = site.facts;
  const picture = cover === null ? crest && crestPath(crest) : mediaPath(cover);
  const image = picture === null ? null : `${origin}${picture}`;
  const core = {
    creator: unit.name,
    date: firstAt,
    description: summary || title,
    identifier: address,
    publisher: unit.name,
    title,
    language,
  };
  const graph = {
    type: 'article',
    title,
    description: summary,
    url: address,
    site_name: unit.name,
    ...(image && { image }),
  };
  const [category] = categories;
  const data = {
    '@context': 'https://schema.org',
    '@type': post.kind === 'page' ? 'WebPage' : 'NewsArticle',
    ...{ headline: title, description: summary, url: address, inLanguage: language },
    ...{ datePublished: firstAt, dateModified: publishedAt, publisher: { '@type': 'Organization', name: unit.name } },
    ...(image !== null && { image }),
    ...(category !== undefined && { articleSection: nameOfCategory(site, category, language) }),
  };
  return head(address, core, graph, data);
}

/**
 * The same of a page that is no post: TT 24/2011/TT-BTTTT asks Dublin Core's six elements of the home page too. Nothing of
 * a page without an address of its own.
 */
export function pageMetadata(site: Site, { path, page = 1, title, date, language }: PageParts): Markup {
  if (path === undefined) return html``;
  const { unit, facts, origin } = site;
  const name = language === 'en' && facts.about.nameEn !== '' ? facts.about.nameEn : unit.name;
  const words = title ?? name;
  const description = facts.about.slogan === '' ? words : facts.about.slogan;
  const url = `${origin}${path}${page === 1 ? '' : `?trang=${page}`}`;
  const core = {
    ...{ creator: name, date: date ?? facts.madeOn, description, identifier: url, publisher: name, title: words },
    language,
  };
  const image = facts.crest === null ? {} : { image: `${origin}${crestPath(facts.crest)}` };
  const graph = { type: 'website', title: words, description, url, site_name: name, ...image };
  const data = {
    '@context': 'https://schema.org',
    '@type': title === null ? 'WebSite' : 'WebPage',
    ...{ name: words, url, inLanguage: language, publisher: { '@type': 'Organization', name } },
  };
  return head(url, core, graph, data);
}

function head(
  url: string,
  core: Readonly<Record<string, string>>,
  graph: Readonly<Record<string, string>>,
  data: unknown,
): Markup {
  return html`<link rel="canonical" href="${url}">
<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">
${Object.entries(core).map(([name, value]) => html`<meta name="DC.${name}" content="${value}">\n`)}${Object.entries(graph).map(([name, value]) => html`<meta property="og:${name}" content="${value}">\n`)}<script type="application/ld+json">${trusted(inertJson(data))}</script>
`;
}

/** JSON that cannot end the element it stands in, whatever is in it. A block of data: nothing runs it. */
function inertJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
