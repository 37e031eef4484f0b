import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { hashBytes } from '../../../shared/content/index.ts';
import { shrinkPicture } from './index.ts';

const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#2a6f4e' } });

describe('taking in a picture', () => {
  it('makes WebP of at most 1600 px, addressed by its hash', async () => {
    const { reference, data } = await shrinkPicture(
      await photo(4000, 2000).jpeg().toBuffer(),
      '  Ảnh  khai giảng.JPG ',
    );
    expect(reference).toMatchObject({ name: 'Ảnh khai giảng.JPG', mime: 'image/webp', width: 1600, height: 800 });
    expect(reference.hash).toBe(hashBytes(data));
    expect((await sharp(data).metadata()).format).toBe('webp');
  });

  it('turns it upright and keeps neither place nor camera', async () => {
    const sideways = await photo(300, 200)
      .jpeg()
      .withExif({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const { reference, data } = await shrinkPicture(sideways, 'a.jpg');
    expect(reference).toMatchObject({ width: 200, height: 300 });
    const kept = await sharp(data).metadata();
    expect([kept.exif, kept.xmp, kept.orientation]).toEqual([undefined, undefined, undefined]);
  });

  it('does not blow up a small one', async () => {
    const { reference } = await shrinkPicture(await photo(20, 10).png().toBuffer(), 'a.png');
    expect(reference).toMatchObject({ width: 20, height: 10 });
  });

  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic0000')]);
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  it.each([
    ['picture_heic', async () => heic],
    ['picture_kind', async () => svg],
    ['picture_kind', async () => Buffer.from('not a picture at all')],
    ['picture_broken', async () => (await photo(400, 400).jpeg().toBuffer()).subarray(0, 600)],
    ['picture_too_large', () => photo(9000, 6000).png({ compressionLevel: 1 }).toBuffer()],
  ])('refuses with %s what it cannot take, without a crash', async (code, make) => {
    await expect(shrinkPicture(await make(), 'tệp.jpg')).rejects.toMatchObject({ code });
  });
});
