// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { asKnownBlock, newId, normaliseBlock, textOfBlock } from '../../shared/content/index.ts';
import type { Client } from '../../shared/contract/index.ts';
import { cleanPage, type Part } from '../clean/index.ts';
import { isDocument, readDocument } from './document-files.ts';
import { oldTextOfParts } from './old-text.ts';

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

describe('a file from an old computer', () => {
  const bytes = (letters: string) => Uint8Array.from([...letters].map((letter) => letter.charCodeAt(0)));
  const read = async (name: string, content: BlobPart) => {
    const { html } = await readDocument(new File([content], name), NO_BACKEND);
    return cleanPage(new DOMParser().parseFromString(html, 'text/html'), newId).parts;
  };
  const lines = (parts: readonly Part[]) => parts.map((part) => ('block' in part ? textOfBlock(part.block) : ''));
  const TCVN3 = 'Hä vµ tªn\tLíp\r\nTr­êng TiÓu häc  NghÜa An\r\nNhµ trường';

  it.each(['UTF-8', 'one byte a letter'])(
    'in TCVN3 and %s keeps every letter, ư too, and is offered to be converted',
    async (kind) => {
      const text = TCVN3.replace('trường', 'tr­êng');
      const parts = await read('bai.txt', kind === 'UTF-8' ? text : bytes(text));
      expect(lines(parts)).toEqual(['Hä vµ tªn Líp', 'Tr­êng TiÓu häc NghÜa An', 'Nhµ tr­êng']);
      expect([...(oldTextOfParts(parts)?.lines.values() ?? [])]).toEqual([
        'Họ và tên Lớp',
        'Trường Tiểu học Nghĩa An',
        'Nhà trường',
      ]);
    },
  );

  it('is read by the code page of its Windows where it is in no encoding of fonts', async () => {
    expect(lines(await read('bai.txt', bytes('Tr\xfd\xf5\xccng Ti\xea\xd2u ho\xf2c')))).toEqual(['Trường Tiểu học']);
  });

  it('says by its fonts what it holds, also where it names an encoding of its own', async () => {
    const page = '<meta charset=x-user-defined><p style="font-family:.VnTime">Tr­êng häc</p>';
    expect(lines(await read('bai.html', bytes(page)))).toEqual(['Trường học']);
  });
});
