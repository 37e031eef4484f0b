import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { postPath } from '../../shared/content/index.ts';
import { previewDocument } from '../../shared/site/index.ts';
import { API, siteSettingsReplySchema } from '../../shared/sync/index.ts';
import { approveThrough, type Board, type BoardMember, startBoard } from '../testing/index.ts';

let board: Board;
beforeEach(async () => {
  board = await startBoard();
});
afterEach(() => board.close());

const bodyOf = (page: string): string => page.slice(page.indexOf('<header class="site">'), page.indexOf('</main>'));

/** What the preview leaves out: where a link leads, and the day of the publication. */
function withoutPlaceAndDay(body: string): string {
  const article = body.indexOf('<article');
  const around = body.slice(0, article).replace(/ href="[^"]*"/g, '');
  return around.replace(/<p class="dates">.*<\/p>\n/, '') + body.slice(article);
}

const crest = await sharp({ create: { width: 90, height: 60, channels: 3, background: 'navy' } })
  .png()
  .toBuffer();
const categories = [{ code: 'B3', name: 'Chuyện "trường"', nameEn: 'School & life', isHidden: false, isOnHome: false }];
const SETTINGS = {
  plain: null,
  'of its own': { slogan: 'Học để làm người', nameEn: 'Song Tra School', colour: '#7a1f1f', categories },
} as const;

for (const [kind, own] of Object.entries(SETTINGS))
  for (const language of ['vi', 'en'] as const)
    test(`the preview draws a post (${language}) as its page on a site with settings ${kind} does, byte for byte`, async () => {
      const people = {
        author: await board.signIn('author'),
        reviewer: await board.signIn('reviewer'),
        head: await board.signIn('head'),
      };
      const { head } = people;
      if (own !== null) await setLook(head, own);
      const title = 'Hội khỏe Phù Đổng & "ngày hội"';
      const { post } = await people.author.save({ title, language, categories: ['B3'] });
      await approveThrough(people, post);
      const page = bodyOf(await (await board.get(postPath(post, title))).text());
      const article = page.slice(page.indexOf('<article'), page.indexOf('</article>') + '</article>'.length);
      const { name: unit } = await board.inStore((store) =>
        store.selectFrom('unit').select('name').executeTakeFirstOrThrow(),
      );
      // As the feed tells it to every computer of the unit.
      const look = head.feed.flatMap((line) => (line.kind === 'site' ? [line.site] : [])).at(-1) ?? null;
      const crest = look === null ? null : `/assets/huy-hieu-${look.crest}.png`;
      const preview = bodyOf(previewDocument(article, { language, title: 'Xem', unit, category: 'B3', look, crest }));
      expect(article).toContain('Phù Đổng');
      if (own !== null) expect(preview).toContain(`<img src="${crest}"`);
      expect(withoutPlaceAndDay(page)).toBe(preview);
    });

async function setLook(head: BoardMember, own: (typeof SETTINGS)['of its own']): Promise<void> {
  const { version: base, settings } = siteSettingsReplySchema.parse(await (await head.request(API.site)).json());
  const { slogan, nameEn, colour } = own;
  const about = { ...settings.about, slogan, nameEn };
  const picture = crest.toString('base64');
  const reply = await head.request(API.site, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ base, picture, settings: { ...settings, about, colour, categories: own.categories } }),
  });
  expect(reply.status).toBe(200);
}
