import { expect, it, onTestFinished } from 'vitest';
import { countedLine } from '../bench/counted-line.ts';
import { seeded, words } from '../bench/many-posts.ts';
import { makePortal, signedIn, sync } from './board.ts';

it('sends one new sentence of a long post in one small request, and brings it to another computer in one', async () => {
  const portal = await makePortal();
  const line = await countedLine(portal.url());
  onTestFinished(() => line.close());
  const counted = { ...portal, url: () => line.url };
  const [school, home] = [await signedIn(counted, 'tacgia'), await signedIn(counted, 'tacgia')];
  const random = seeded(1);
  const paragraphs = Array.from({ length: 26 }, () => words(136, random).slice(0, 640));
  const post = await school.write('Bài dài', paragraphs);
  const settle = async (): Promise<void> => {
    for (const computer of [school, home]) expect(await sync(computer)).toMatchObject({ state: 'idle', pending: 0 });
  };
  await settle();
  await school.write('Bài dài', [...paragraphs, 'Câu mở đầu.'], post);
  await settle();

  await school.write('Bài dài', [`${paragraphs[0]} Một câu mới.`, ...paragraphs.slice(1), 'Câu mở đầu.'], post);
  const up = await line.during(() => sync(school));
  expect(up.requests).toBe(1);
  expect(up.bytes_up).toBeLessThanOrEqual(1_000);
  expect(up.bytes_down).toBeLessThanOrEqual(600);
  const down = await line.during(() => sync(home));
  expect(down.requests).toBe(1);
  expect(down.bytes_up).toBeLessThanOrEqual(500);
  expect(down.bytes_down).toBeLessThanOrEqual(1_000);
  const nothing = await line.during(() => sync(school));
  expect(nothing.requests).toBe(1);
  expect(nothing.bytes_up + nothing.bytes_down).toBeLessThanOrEqual(900);
});
