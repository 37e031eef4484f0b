import { afterAll, beforeAll, expect, it } from 'vitest';
import { API, coverageReplySchema } from '../../shared/sync/index.ts';
import { coverageCommand } from '../cli-site.ts';
import { approveThrough, type Board, type BoardMember, startBoard } from '../testing/index.ts';

let board: Board;
let head: BoardMember;
beforeAll(async () => {
  board = await startBoard();
  head = await board.signIn('head');
});
afterAll(() => board.close());

const stateOf = async (code: string): Promise<string | undefined> => {
  const { categories } = coverageReplySchema.parse(await (await head.request(API.coverage)).json());
  return categories.find((row) => row.code === code)?.state;
};

it('counts what readers find now: a draft does not fill a category, and a withdrawn page empties it', async () => {
  const [author, reviewer] = [await board.signIn('author'), await board.signIn('reviewer')];
  expect(await stateOf('B7')).toBe('empty');
  const { post } = await author.save({ categories: ['B7'] });
  expect(await stateOf('B7')).toBe('empty');
  await approveThrough({ author, reviewer, head }, post);
  expect(await stateOf('B7')).toBe('fine');
  await head.act('post.withdraw', post, { reason: 'wrong_content', explanation: '' });
  expect(await stateOf('B7')).toBe('empty');
});

it('is told to those who keep the site alone', async () => {
  const author = await board.signIn('author');
  await expect(author.request(API.coverage)).rejects.toMatchObject({ status: 403 });
});

it('is printed by the portal’s command, which ends with 1 while something is missing', async () => {
  const lines: string[] = [];
  const home = { folder: board.folder, database: board.database };
  expect(await coverageCommand([], home, (line) => void lines.push(line))).toBe(1);
  expect(lines.find((line) => line.startsWith('B7\t'))).toContain('Thông tư 09/2024/TT-BGDĐT');
});
