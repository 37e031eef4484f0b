import { afterEach, beforeEach, expect, test } from 'vitest';
import { postPath } from '../../shared/content/index.ts';
import { categoryName } from '../../shared/rules/index.ts';
import { previewDocument } from '../../shared/site/index.ts';
import { approveThrough, type Board, startBoard } from '../testing/index.ts';

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

test('the preview draws a post as its page on the portal does, byte for byte', async () => {
  const people = {
    author: await board.signIn('author'),
    reviewer: await board.signIn('reviewer'),
    head: await board.signIn('head'),
  };
  const title = 'Hội khỏe Phù Đổng & "ngày hội"';
  const { post } = await people.author.save({ title, categories: ['B3'] });
  await approveThrough(people, post);
  const page = bodyOf(await (await board.get(postPath(post, title))).text());
  const article = page.slice(page.indexOf('<article'), page.indexOf('</article>') + '</article>'.length);
  const { name: unit } = await board.inStore((store) =>
    store.selectFrom('unit').select('name').executeTakeFirstOrThrow(),
  );
  const preview = bodyOf(
    previewDocument(article, { language: 'vi', title: 'Xem', unit, category: categoryName('B3', 'vi') }),
  );
  expect(article).toContain('Phù Đổng');
  expect(withoutPlaceAndDay(page)).toBe(preview);
});
