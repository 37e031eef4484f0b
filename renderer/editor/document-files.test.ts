// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { asKnownBlock, normaliseBlock } from '../../shared/content/index.ts';
import type { Client } from '../../shared/contract/index.ts';
import { cleanPage } from '../clean/index.ts';
import { isDocument, readDocument } from './document-files.ts';

const NO_BACKEND: Client = { call: () => Promise.reject(new Error('not asked')), on: () => () => undefined };

/** The blocks that a Markdown file becomes. */
async function blocksOf(markdown: string) {
  const { html } = await readDocument(new File([markdown], 'bai.md'), NO_BACKEND);
  let made = 0;
  const { parts } = cleanPage(new DOMParser().parseFromString(html, 'text/html'), () => `b${made++}`);
  return parts.flatMap((part) => ('block' in part ? [asKnownBlock(normaliseBlock(part.block))] : []));
}

describe('a Markdown file', () => {
  it('is brought in with its headings, lists, tables, links and marks', async () => {
    expect(isDocument(new File([''], 'Bài.MD'))).toBe(true);
    const blocks = await blocksOf(
      '## Kế hoạch\n\nHọc sinh **lớp 6** xem [trang](https://moet.gov.vn).\n\n1. một\n   - hai\n\n> lời\n\n| Lớp | Sĩ số |\n|---|---|\n| 6A | 38 |\n',
    );
    expect(blocks).toMatchObject([
      { type: 'heading', level: 2, children: [{ text: 'Kế hoạch' }] },
      {
        type: 'paragraph',
        children: [
          { text: 'Học sinh ' },
          { text: 'lớp 6', format: 1 },
          { text: ' xem ' },
          { type: 'link', url: 'https://moet.gov.vn', children: [{ text: 'trang' }] },
          { text: '.' },
        ],
      },
      {
        type: 'list',
        ordered: true,
        items: [{ children: [{ text: 'một' }], nested: { ordered: false, items: [{ children: [{ text: 'hai' }] }] } }],
      },
      { type: 'quote', children: [{ text: 'lời' }] },
      { type: 'table', headerRow: true, rows: [{}, { cells: [{ children: [{ text: '6A' }] }, {}] }] },
    ]);
  });

  it('brings in nothing that runs, whether as Markdown or as HTML within it', async () => {
    const blocks = await blocksOf(
      '[một](javascript:alert(1)) ![x](x "onerror=alert(1)")\n\n<img src=x onerror=alert(1)>\n\n<script>alert(1)</script>\n\n<a href="javascript:alert(1)">hai</a>\n',
    );
    const json = JSON.stringify(blocks);
    expect(json).not.toMatch(/alert|script/i);
    expect(json).toContain('một');
    expect(json).toContain('hai');
  });
});
