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

describe('the letters of a file', () => {
  const wide = (text: string, isLittle: boolean): ArrayBuffer => {
    const view = new DataView(new ArrayBuffer(text.length * 2));
    for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
    return view.buffer;
  };
  const words = async (name: string, content: BlobPart): Promise<string> => {
    const { html } = await readDocument(new File([content], name), NO_BACKEND);
    return new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';
  };
  const TEXT = 'Trường Tiểu học Nguyễn Văn Trỗi, lớp 6A';

  it.each([
    ['UTF-16 with its mark', wide(`\ufeff${TEXT}`, true)],
    ['UTF-16 the other way round', wide(`\ufeff${TEXT}`, false)],
    ['UTF-16 without a mark', wide(TEXT, true)],
    ['UTF-16 the other way round, without a mark', wide(TEXT, false)],
    ['UTF-8 with its mark', `\ufeff${TEXT}`],
  ])('are read in %s', async (_name, content) => {
    expect(await words('bai.txt', content)).toBe(TEXT);
  });

  it.each(['utf-16', 'unicode', 'tcvn3', 'windows-1252', 'iso-8859-1'])(
    'of a page in UTF-8 that calls itself %s are read for what they are',
    async (name) => {
      expect(await words('trang.html', `<meta charset="${name}"><p>${TEXT}</p>`)).toBe(TEXT);
    },
  );

  it('of a page that says Windows-1258 are read so, decomposed as they are', async () => {
    const bytes = [...'<meta charset=windows-1258><p>Tr'].map((letter) => letter.charCodeAt(0));
    const page = Uint8Array.from([...bytes, 0xfd, 0xf5, 0xcc, 0x6e, 0x67]);
    expect((await words('trang.html', page)).normalize('NFC')).toBe('Trường');
  });

  it('stand on lines of their own wherever a line or a page ends', async () => {
    const { html } = await readDocument(new File(['một\fhai\vba\u2028bốn\u0085năm'], 'bai.txt'), NO_BACKEND);
    expect(html).toBe('<p>một</p><p>hai</p><p>ba</p><p>bốn</p><p>năm</p>');
    const { parts } = cleanPage(new DOMParser().parseFromString('<p>một\u000bhai\u0085ba</p>', 'text/html'), newId);
    expect(parts).toMatchObject([{ block: { children: [{ text: 'một hai ba' }] } }]);
  });
});
