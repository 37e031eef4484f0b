import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Anchor, type Anchored, type Block, findAnchor, plainText, quoteAt } from './index.ts';
import { EXAMPLE_BLOCKS, exampleRevision } from './testing.ts';

const p = (id: string, text: string): Block => ({
  id,
  type: 'paragraph',
  children: text === '' ? [] : [{ type: 'text', text }],
});
const post = (...blocks: Block[]): Anchored => ({ title: 'Lễ khai giảng', summary: 'Sáng 5/9.', blocks });
const on = (text: string, words: string, of: string): Anchor => {
  const start = text.indexOf(words);
  return { of, start, end: start + words.length };
};
const TEXT = 'Sáng nay 120 học sinh lớp 6 vào trường, các em được tặng hoa.';
const before = post(p('a', TEXT), p('b', 'Chiều mai họp phụ huynh.'));
const anchor = on(TEXT, 'được tặng hoa', 'a');
const found = (now: Anchored, which = anchor): string | null => {
  const at = findAnchor(before, which, now);
  return at === null ? null : `${at.of}: ${quoteAt(now, at)}`;
};

describe('an anchor', () => {
  it('is found again where its words are: moved in their block, with their block, or cut off into another', () => {
    expect(found(before)).toBe('a: được tặng hoa');
    expect(found(post(p('a', `Thưa thầy cô! ${TEXT}`)))).toBe('a: được tặng hoa');
    expect(found(post(p('b', 'x'), p('c', ''), p('a', TEXT)))).toBe('a: được tặng hoa');
    expect(found(post(p('a', 'Sáng nay 120 học sinh lớp 6 vào trường,'), p('n', ' các em được tặng hoa.')))).toBe(
      'n: được tặng hoa',
    );
  });

  it('is gone when its words are, and does not settle for the same short words somewhere else', () => {
    expect(found(post(p('a', 'Sáng nay 120 học sinh lớp 6 vào trường, các em được phát vở.')))).toBeNull();
    const number = on(TEXT, '6', 'a');
    expect(found(post(p('a', 'Sáng nay học sinh vào trường.'), p('b', 'Còn 6 ngày nữa.')), number)).toBeNull();
    expect(found(post(p('a', TEXT.replace('120 ', ''))), number)).toBe('a: 6');
  });

  it('takes the same words with the same neighbours, then the nearest', () => {
    const twice = post(p('a', 'Lớp 6A ngồi trước. Lớp 6A ngồi sau.'));
    const second: Anchor = { of: 'a', start: 19, end: 25 };
    expect(quoteAt(twice, second)).toBe('Lớp 6A');
    const now = post(p('a', 'Kính mời! Lớp 6A ngồi trước. Lớp 6A ngồi sau.'));
    expect(findAnchor(twice, second, now)).toEqual({ of: 'a', start: 29, end: 35 });
  });

  it('keeps to the title and the summary, and may be about a whole block', () => {
    expect(findAnchor(before, { of: 'title', start: 3, end: 13 }, { ...before, title: 'Buổi lễ khai giảng' })).toEqual({
      ...{ of: 'title', start: 8, end: 18 },
    });
    expect(findAnchor(before, { of: 'title', start: 3, end: 13 }, post(p('a', 'khai giảng')))).toEqual({
      ...{ of: 'title', start: 3, end: 13 },
    });
    expect(findAnchor(before, { of: 'b' }, post(p('b', 'khác')))).toEqual({ of: 'b' });
    expect(findAnchor(before, { of: 'b' }, post(p('a', TEXT)))).toBeNull();
  });

  it('has no words where the text has none', () => {
    for (const wrong of [{ of: 'z' }, { of: 'a', start: 500, end: 510 }, { of: 'a', start: 9, end: 9 }])
      expect(quoteAt(before, wrong)).toBeNull();
    expect(findAnchor(before, { of: 'a', start: 500, end: 510 }, before)).toBeNull();
  });

  it('counts text nodes alone, so that a place in a list or a table is the editor’s', () => {
    const table = EXAMPLE_BLOCKS.find(({ type }) => type === 'table') as Block;
    const text = post(table);
    const nodes = plainText(table).text.replaceAll('\n', '');
    const at = nodes.indexOf('90 phút');
    expect(quoteAt(text, { of: table.id, start: at, end: at + 7 })).toBe('90 phút');
  });
});

const words = fc.array(fc.constantFrom('lớp', '6A', 'được', 'tặng', 'hoa', 'và', '120', 'em', 'Trường.'), {
  maxLength: 14,
});
const body = fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), words }), {
  selector: ({ id }) => id,
  maxLength: 4,
});
const text = body.map((blocks) => post(...blocks.map(({ id, words: list }) => p(id, list.join(' ')))));
const place = fc.record({
  of: fc.constantFrom('a', 'b', 'c', 'd', 'title'),
  start: fc.nat(60),
  end: fc.integer({ min: 1, max: 70 }),
});

describe('whatever the two texts are', () => {
  it('what is found has the words that were marked', () => {
    fc.assert(
      fc.property(text, text, place, (was, now, marked) => {
        const at = findAnchor(was, marked, now);
        if (at !== null) expect(quoteAt(now, at)).toBe(quoteAt(was, marked));
      }),
    );
  });

  it('in the same text it is found where it is', () => {
    fc.assert(
      fc.property(text, place, (was, marked) => {
        const quote = quoteAt(was, marked);
        if (quote === null) return;
        const at = findAnchor(was, marked, was);
        expect(at).toMatchObject({ of: marked.of, start: marked.start });
      }),
    );
  });

  it('words written before and after it in its block, and blocks moved about, lose nothing of eight letters', () => {
    fc.assert(
      fc.property(
        words,
        words,
        words,
        fc.shuffledSubarray(['x', 'y', 'z'], { minLength: 3 }),
        (left, right, more, ids) => {
          const quote = 'ba mươi chín';
          const [start, old] = [left.join(' ').length, `${left.join(' ')}${quote}${right.join(' ')}`];
          const was = post(p('y', old), p('x', 'lớp'), p('z', 'em'));
          const now = post(...ids.map((id) => p(id, id === 'y' ? `${more.join(' ')}${old}${more.join('.')}` : 'hoa')));
          const at = findAnchor(was, { of: 'y', start, end: start + quote.length }, now);
          expect(at).toEqual({
            of: 'y',
            start: start + more.join(' ').length,
            end: start + more.join(' ').length + quote.length,
          });
        },
      ),
    );
  });

  it('every place of a text of all kinds of blocks goes from text nodes to words and back', () => {
    const all = [...exampleRevision().blocks, ...EXAMPLE_BLOCKS];
    for (const block of all) {
      const plain = plainText(block);
      const nodes = [...plain.text].filter((letter) => letter !== '\n').length;
      for (let at = 0; at < nodes; at += 1) {
        const start = plain.fromNodes(at, 'start');
        expect(plain.toNodes(start)).toBe(at);
        expect(plain.text[start]).not.toBe('\n');
        expect(plain.toNodes(plain.fromNodes(at + 1, 'end'))).toBe(at + 1);
      }
    }
  });
});
