import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { hashBytes } from '../../../shared/content/index.ts';
import { shrinkPicture } from './index.ts';

const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#2a6f4e' } });

const frame = (background: string) => sharp({ create: { width: 30, height: 20, channels: 3, background } });

/** A PNG that says it is that large, with hardly any bytes in it. */
function pngOf(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = chunk('IDAT', deflateSync(Buffer.alloc(10)));
  return Buffer.concat([signature, chunk('IHDR', header), data, chunk('IEND', Buffer.alloc(0))]);
}

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

  it('takes what is a picture under another picture’s name, and of one that moves its first look', async () => {
    expect((await shrinkPicture(await photo(40, 30).png().toBuffer(), 'tệp.jpg')).reference.width).toBe(40);
    const frames = await Promise.all(['#f00', '#00f'].map((background) => frame(background).png().toBuffer()));
    const moving = await sharp(frames, { join: { animated: true } })
      .gif({ delay: [100, 100] })
      .toBuffer();
    expect((await sharp(moving).metadata()).pages).toBe(2);
    const { reference, data } = await shrinkPicture(moving, 'động.gif');
    expect(reference).toMatchObject({ width: 30, height: 20 });
    expect((await sharp(data).metadata()).pages).toBeUndefined();
    const { channels } = await sharp(data).stats();
    expect(channels[0]?.mean).toBeGreaterThan(200);
  });

  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic0000')]);
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  it.each([
    ['picture_heic', async () => heic],
    ['picture_kind', async () => svg],
    ['picture_kind', async () => Buffer.from('not a picture at all')],
    ['picture_broken', async () => (await photo(400, 400).jpeg().toBuffer()).subarray(0, 600)],
    ['picture_kind', async () => Buffer.from('<html><script>alert(1)</script></html>')],
    ['picture_kind', async () => Buffer.from('%PDF-1.7 a document named as a picture')],
    ['picture_broken', async () => Buffer.alloc(0)],
    [
      'picture_kind',
      async () =>
        Buffer.from(
          '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="alert(1)"/>',
        ),
    ],
    // A few bytes that unpack to four billion pixels.
    ['picture_too_large', async () => pngOf(65_535, 65_535)],
    ['picture_broken', async () => pngOf(100, 100)],
    ['picture_broken', async () => (await photo(300, 300).png().toBuffer()).subarray(0, 200)],
    ['picture_broken', async () => (await photo(300, 300).webp({ lossless: true }).toBuffer()).subarray(0, 30)],
    ['picture_too_large', () => photo(9000, 6000).png({ compressionLevel: 1 }).toBuffer()],
  ])('refuses with %s what it cannot take, without a crash', async (code, make) => {
    await expect(shrinkPicture(await make(), 'tệp.jpg')).rejects.toMatchObject({ code });
  });
});
