import sharp from 'sharp';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Board, type PersonKey, passwordOf, startBoard } from '../../../portal/testing/index.ts';
import { type Profile, signIn } from '../profiles/index.ts';
import { readSite } from '../site/index.ts';
import { temporaryFolder } from '../testing/folder.ts';

let board: Board;
let head: Profile;
let author: Profile;
/** How often the author's window was told that what it shows of the unit has changed. */
let told = 0;

async function computerOf(account: PersonKey, tell: (event: string) => void): Promise<Profile> {
  return signIn(
    {
      ...{ folder: temporaryFolder(), witness: temporaryFolder(), now: () => new Date(), random: () => 0.5 },
      ...{ tell, titleOfCopy: (title: string) => title },
      onBug: (error) => {
        throw error;
      },
    },
    { address: board.url, account, password: passwordOf(account) },
  );
}

beforeEach(async () => {
  board = await startBoard();
  board.clock.time = new Date();
  told = 0;
  head = await computerOf('head', () => undefined);
  author = await computerOf('author', (event) => {
    if (event === 'app.changed') told += 1;
  });
});
afterEach(async () => {
  await head.close();
  await author.close();
  await board.close();
});

it("brings how the unit's site looks along with a sync, once, and keeps it without a network", async () => {
  await author.sync.now();
  expect(readSite(author.desk.db)).toBeNull();
  const { version: base, settings, pages: _, ...rest } = await head.admin.readSite();
  expect(rest.crest).toBeNull();
  const categories = [{ code: 'B2', name: 'Chuyện trường', nameEn: '', isHidden: false, isOnHome: true }];
  const picture = await sharp({ create: { width: 64, height: 64, channels: 3, background: 'teal' } })
    .png()
    .toBuffer();
  const about = { ...settings.about, slogan: 'Học để làm người' };
  await head.admin.setSite({ base, settings: { ...settings, about, categories }, picture: picture.toString('base64') });
  const { crest } = await head.admin.readSite();

  await author.sync.now();
  await author.sync.now();
  expect(told).toBe(1);
  expect(readSite(author.desk.db)).toMatchObject({
    ...{ slogan: 'Học để làm người', crest },
    categories: [{ code: 'B2', name: 'Chuyện trường', nameEn: '' }],
  });
  expect(crest).not.toBeNull();
});
