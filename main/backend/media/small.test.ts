import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { openTestDesk } from '../testing/folder.ts';
import { cropPicture, openMediaShelf, openSmallPictures, shrinkPicture } from './index.ts';

/** Left half red, right half blue. */
async function twoColours(width: number, height: number): Promise<Buffer> {
  const half = { width: Math.floor(width / 2), height, channels: 3 as const, background: '#f00' };
  const red = await sharp({ create: half }).png().toBuffer();
  return sharp({ create: { width, height, channels: 3, background: '#00f' } })
    .composite([{ input: red, left: 0, top: 0 }])
    .jpeg()
    .toBuffer();
}

async function shelfWith(width: number, height: number) {
  const { desk, folder } = openTestDesk();
  const shelf = openMediaShelf(desk.db, join(folder, 'media'));
  const { reference, data } = await shrinkPicture(await twoColours(width, height), 'a.jpg');
  shelf.put(reference, data);
  return { shelf, folder, reference, hash: reference.hash };
}

describe('a small version', () => {
  it('is made once when it is asked for, and anew when its folder was thrown away', async () => {
    const { shelf, folder, hash } = await shelfWith(2_000, 1_000);
    const small = openSmallPictures(shelf, join(folder, 'small'));
    const name = `${hash}-320.webp`;
    const [one, two] = await Promise.all([small.path(name), small.path(name)]);
    expect(two).toBe(one);
    expect(await sharp(one ?? '').metadata()).toMatchObject({ format: 'webp', width: 320, height: 160 });
    const { mtimeMs } = statSync(one ?? '');
    expect(statSync((await small.path(name)) ?? '').mtimeMs).toBe(mtimeMs);
    rmSync(join(folder, 'small'), { recursive: true });
    expect(existsSync((await small.path(name)) ?? '')).toBe(true);
  });

  it('is the picture itself where that is no wider, and nothing for one that is not here or no name', async () => {
    const { shelf, folder, hash } = await shelfWith(200, 100);
    const small = openSmallPictures(shelf, join(folder, 'small'));
    expect(await small.path(`${hash}-320.webp`)).toBe(shelf.path(hash));
    expect(await small.path(`${hash}.webp`)).toBe(shelf.path(hash));
    for (const name of [`${'b'.repeat(64)}-320.webp`, `${hash}-999.webp`, '../device.json'])
      expect(await small.path(name)).toBe(null);
  });

  it('falls back to the stored file when that cannot be read as a picture', async () => {
    const { shelf, folder, hash } = await shelfWith(2_000, 1_000);
    writeFileSync(shelf.path(hash) ?? '', 'hỏng');
    expect(await openSmallPictures(shelf, join(folder, 'small')).path(`${hash}-800.webp`)).toBe(shelf.path(hash));
  });
});

describe('erasing a picture', () => {
  it('takes its small versions with it', async () => {
    const { shelf, folder, hash } = await shelfWith(2_000, 1_000);
    const small = openSmallPictures(shelf, join(folder, 'small'));
    const paths = await Promise.all([320, 800].map((width) => small.path(`${hash}-${width}.webp`)));
    expect(paths.map((path) => existsSync(path ?? ''))).toEqual([true, true]);
    shelf.erase(hash);
    expect(paths.map((path) => existsSync(path ?? ''))).toEqual([false, false]);
    expect(await small.path(`${hash}-320.webp`)).toBe(null);
  });

  it('takes one that is being made', async () => {
    const { shelf, folder, hash } = await shelfWith(2_000, 1_000);
    let asked = 0;
    // It is there when the making begins, and erased when it ends.
    const path = (of: string): string | null => {
      asked += 1;
      return asked === 1 ? shelf.path(of) : null;
    };
    const name = `${hash}-320.webp`;
    await openSmallPictures({ path }, join(folder, 'small')).path(name);
    expect(asked).toBe(2);
    expect(existsSync(join(folder, 'small', hash.slice(0, 2), name))).toBe(false);
  });
});

describe('cutting a picture', () => {
  it('gives a new picture of that part and leaves the old one', async () => {
    const { shelf, hash } = await shelfWith(1_000, 500);
    const { reference, data } = await cropPicture(shelf, hash, { left: 500, top: 200, width: 500, height: 400 });
    expect(reference).toMatchObject({ width: 500, height: 200, name: 'a.jpg' });
    const { channels } = await sharp(data).stats();
    expect((channels[2]?.mean ?? 0) - (channels[0]?.mean ?? 0)).toBeGreaterThan(200);
    expect(shelf.path(hash)).not.toBe(null);
    expect(reference.hash).not.toBe(hash);
  });

  it('keeps within the picture whatever is asked, and says when it is not here', async () => {
    const { shelf, hash } = await shelfWith(10, 10);
    const { reference } = await cropPicture(shelf, hash, { left: 999, top: 999, width: 1_000, height: 1_000 });
    expect(reference).toMatchObject({ width: 1, height: 1 });
    const area = { left: 0, top: 0, width: 500, height: 500 };
    await expect(cropPicture(shelf, 'b'.repeat(64), area)).rejects.toMatchObject({ code: 'picture_absent' });
  });
});
