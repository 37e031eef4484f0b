import { mediaPath, postPath } from '../../shared/content/index.ts';
import { categoryName } from '../../shared/rules/index.ts';
import type { Site } from './frame.ts';
import type { Found } from './publications.ts';
import { html, type Markup, trusted } from './template.ts';

/**
 * What machines read of a post: Dublin Core's six elements that an agency's page must carry (TCVN 7980:2015: creator,
 * date, description, identifier, publisher, title) with its language, Open Graph, and schema.org as a block of data.
 */
export function postMetadata(site: Site, post: Extract<Found, { state: 'live' }>): Markup {
  const { title, summary, language, firstAt, publishedAt, cover, categories } = post;
  const { unit, origin } = site;
  const address = `${origin}${postPath(post.post, title)}`;
  const image = cover === null ? null : `${origin}${mediaPath(cover)}`;
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
    '@type': 'NewsArticle',
    ...{ headline: title, description: summary, url: address, inLanguage: language },
    ...{ datePublished: firstAt, dateModified: publishedAt, publisher: { '@type': 'Organization', name: unit.name } },
    ...(image !== null && { image }),
    ...(category !== undefined && { articleSection: categoryName(category, language) }),
  };
  return html`<link rel="canonical" href="${address}">
<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">
${Object.entries(core).map(([name, value]) => html`<meta name="DC.${name}" content="${value}">\n`)}${Object.entries(graph).map(([name, value]) => html`<meta property="og:${name}" content="${value}">\n`)}<script type="application/ld+json">${trusted(inertJson(data))}</script>
`;
}

/**
 * Dublin Core's six elements of a page that is no post: TT 24/2011/TT-BTTTT asks them of the home page too. `date`: the
 * newest post's first publication, ISO; empty before the first, and then left out.
 */
export function pageMetadata(
  { unit, facts, origin }: Site,
  { path, title, date, language }: { path: string; title: string; date: string; language: 'vi' | 'en' },
): Markup {
  const name = language === 'en' && facts.about.nameEn !== '' ? facts.about.nameEn : unit.name;
  const core = {
    ...{ creator: name, description: facts.about.slogan === '' ? title : facts.about.slogan },
    ...{ identifier: `${origin}${path}`, publisher: name, title, language },
    ...(date !== '' && { date }),
  };
  return html`<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">
${Object.entries(core).map(([element, value]) => html`<meta name="DC.${element}" content="${value}">\n`)}`;
}

/** JSON that cannot end the element it stands in, whatever is in it. A block of data: nothing runs it. */
function inertJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
