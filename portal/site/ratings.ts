import type { FastifyInstance } from 'fastify';
import { html, type Markup } from '../../shared/site/index.ts';
import { networkOf } from '../network.ts';
import { frame } from './frame.ts';
import { RATING_PATH, type Site, say } from './parts.ts';
import { countOne, type Ratings, readRatings, VALUES } from './rating-counts.ts';
import { missing, OPEN, type SiteParts, send } from './reply.ts';

/** Answers that one address may give in an hour: a class at school stands behind one. */
const ANSWERS_AN_HOUR = 40;
const HOUR = 3_600_000;

/**
 * Registers the question how content readers are. Only how many said what in which month is kept: no address, no time, no
 * cookie; the limit on answers is in memory alone.
 */
export function registerRatings(app: FastifyInstance, { store, site, month }: SiteParts): void {
  const limit = app.createRateLimit({
    ...{ max: ANSWERS_AN_HOUR, timeWindow: HOUR },
    keyGenerator: (request) => networkOf(request.ip),
  });
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 200 },
    (_request, body, done) => done(null, new URLSearchParams(String(body))),
  );
  app.get(RATING_PATH, OPEN, async (request, reply) =>
    send(request, reply, ratingPage(site(), await readRatings(store, site().unit.id))),
  );
  app.post(RATING_PATH, OPEN, async (request, reply) => {
    const value = request.body instanceof URLSearchParams ? request.body.get('muc') : null;
    const rated = VALUES.find((one) => String(one) === value);
    // A form on another site must not answer for its readers.
    const from = request.headers['sec-fetch-site'] ?? 'same-origin';
    if (rated === undefined || from !== 'same-origin') return missing(reply, site());
    const { isExceeded } = { isExceeded: false, ...(await limit(request)) };
    if (!isExceeded) await countOne(store, site().unit.id, month(), rated);
    return reply.redirect(`${RATING_PATH}/cam-on`, 303);
  });
  app.get(`${RATING_PATH}/cam-on`, OPEN, (request, reply) => send(request, reply, thanksPage(site())));
}

/** The question, three buttons for an answer, and what others said. */
export function ratingPage(site: Site, ratings: Ratings): string {
  const title = say('vi', 'site.rating');
  const all = VALUES.reduce((sum, value) => sum + ratings[value], 0);
  const buttons = VALUES.map(
    (value) => html`<button type="submit" name="muc" value="${value}">${say('vi', `site.rating.${value}`)}</button>\n`,
  );
  const shares = VALUES.map(
    (value): Markup =>
      html`<li>${say('vi', `site.rating.${value}`)}: ${Math.round((100 * ratings[value]) / Math.max(1, all))}% (${ratings[value]})</li>\n`,
  );
  return frame(site, {
    ...{ language: 'vi', title, description: null, category: null, path: RATING_PATH },
    main: html`<h1>${title}</h1>
<form class="rating" method="post" action="${RATING_PATH}">
<p id="question">${say('vi', 'site.rating_question')}</p>
<div role="group" aria-labelledby="question">
${buttons}</div>
</form>
<p>${say('vi', 'site.rating_privacy')}</p>
${all > 0 && html`<h2>${say('vi', 'site.rating_so_far', { count: all })}</h2>\n<ul class="plain">\n${shares}</ul>`}`,
  });
}

function thanksPage(site: Site): string {
  const title = say('vi', 'site.rating_thanks');
  return frame(site, {
    ...{ language: 'vi', title, description: null, category: null, isIndexed: false },
    main: html`<h1>${title}</h1>\n<p>${say('vi', 'site.rating_counted')}</p>\n<p><a href="${RATING_PATH}">${say('vi', 'site.rating_see')}</a></p>\n<p><a href="/">${say('vi', 'site.back_home')}</a></p>`,
  });
}
