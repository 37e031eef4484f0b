import { describe, expect, it } from 'vitest';
import { type Block, textOfBlock } from '../../shared/content/index.ts';
import { blocksOf } from './html.ts';
import type { Surroundings } from './surroundings.ts';

/** The blocks of a page of a site whose library has every picture or none, as `type: words`, and what was told as left out. */
function read(html: string, hasPictures = true): { blocks: string[]; left: string[] } {
  const left: string[] = [];
  const around: Surroundings = {
    picture: ({ alt, caption }, id): Block | null =>
      hasPictures ? { id, type: 'figure', media: 'a'.repeat(64), alt, caption } : null,
    gallery: () => null,
    file: () => null,
    address: (href) => href,
    left: (code, detail) => left.push(`${code} ${detail}`),
  };
  const blocks = blocksOf(html, around);
  return { blocks: blocks.map((block) => `${block.type}: ${textOfBlock(block)}`.trim()), left };
}

describe('a page of another site', () => {
  it('keeps the words of a table or a list that a figure with one picture holds', () => {
    const rows = Array.from({ length: 60 }, (_, at) => `<tr><td>Lớp ${at}</td><td>Giáo viên ${at}</td></tr>`).join('');
    const table = `<figure class="wp-block-table"><table><tr><td><img src="a.png" alt="Dấu"></td><td>Tên</td></tr>${rows}</table></figure>`;
    const { blocks } = read(table);
    expect(blocks.map((block) => block.split(':')[0])).toEqual(['table', 'figure']);
    expect(blocks[0]).toContain('Giáo viên 59');
  });

  it('keeps words under a picture that are too long for a caption', () => {
    const long = `${'chữ '.repeat(200)}hết`;
    const { blocks } = read(`<figure><img src="a.png" alt="Ảnh"><figcaption>${long}</figcaption></figure>`);
    expect(blocks.join(' ')).toContain('hết');
  });

  it('keeps the words under a picture that is gone', () => {
    const caption = '<figure><img src="a.png" alt="Ảnh"><figcaption>Em An nhận giải.</figcaption></figure>';
    expect(read(caption, false).blocks).toEqual(['paragraph: Em An nhận giải.']);
    expect(read('<figure><img src="a.png" alt="Ảnh"></figure>', false).blocks).toEqual([]);
  });

  it('keeps a video in the midst of a line as the link it is, and tells of one it cannot keep', () => {
    const frame = '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ">Không có khung</iframe>';
    for (const html of [`<p>Xem <strong>${frame}</strong> nhé</p>`, `<ul><li>Xem ${frame}</li></ul>`]) {
      const { blocks } = read(html);
      expect(blocks.some((block) => block.startsWith('video:'))).toBe(true);
      expect(blocks.join(' ')).not.toContain('Không có khung');
    }
    const of = 'https://cu.example/le-khai-giang.mp4';
    for (const name of ['video', 'audio']) {
      expect(read(`<figure><${name} controls src="${of}"></${name}></figure>`).blocks).toEqual([`paragraph: ${of}`]);
      expect(read(`<figure><${name} controls></${name}></figure>`).left).toEqual([`dropped_element ${name}`]);
    }
  });
});
