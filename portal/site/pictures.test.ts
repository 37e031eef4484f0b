import { afterAll, beforeAll, expect, it } from 'vitest';
import { htmlHash, postPath, renderArticle, smallPath } from '../../shared/content/index.ts';
import { type Board, type BoardMember, makePicture, startBoard, upload } from '../testing/index.ts';

let board: Board;
let author: BoardMember;
let reviewer: BoardMember;
let head: BoardMember;

beforeAll(async () => {
  board = await startBoard();
  [author, reviewer, head] = [await board.signIn('author'), await board.signIn('reviewer'), await board.signIn('head')];
});
afterAll(() => board.close());

it('serves a post with the sizes of its pictures, or as an older program showed it to its approver', async () => {
  const { bytes, reference } = await makePicture('seagreen', [1200, 900]);
  await upload(author, bytes, reference.hash);
  for (const version of [2, 1] as const) {
    const draft = { title: `Vườn rau ${version}`, cover: { media: reference.hash, alt: 'Vườn' }, media: [reference] };
    const { post, revision } = await author.save(draft);
    await author.act('post.submit', post);
    await reviewer.act('post.appraise', post);
    await head.pull();
    const article = renderArticle(revision, version);
    const args = head.approval(post, { htmlHash: htmlHash(article) });
    expect(await head.act('post.approve', post, args)).toMatchObject({ outcome: 'accepted' });
    const page = await (await board.get(postPath(post, revision.title))).text();
    expect(page).toContain(article);
    expect(page.includes(`srcset="${smallPath(reference.hash, 320)} 320w, `)).toBe(version === 2);
  }
  expect((await board.get(smallPath(reference.hash, 320))).headers.get('content-type')).toBe('image/webp');
});
