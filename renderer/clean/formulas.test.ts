// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cleanHtml, drawn } from './testing/drawn.ts';

const FIXTURES = join(import.meta.dirname, '../../test/fixtures/clipboard');
const cleanFile = (name: string) => cleanHtml(readFileSync(join(FIXTURES, name), 'utf8'));

const math = (inner: string, attributes = '') => `<p>Giải <math${attributes}>${inner}</math>.</p>`;
const omml = (inner: string) => `<p>Giải <m:oMath>${inner}</m:oMath>.</p>`;
const row = (inner: string) => `<mrow>${inner}</mrow>`;
const [x, two, plus, one] = ['<mi>x</mi>', '<mn>2</mn>', '<mo>+</mo>', '<mn>1</mn>'];
const run = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;

describe('formulas of a page', () => {
  it.each<[string, string]>([
    [`<msup>${x}${two}</msup>${plus}${one}`, 'x{64:2} + 1'],
    [`<mfrac>${row(x + plus + one)}${two}</mfrac>`, '(x + 1)/2'],
    [`<mfrac>${one}${two}</mfrac>${x}`, '(1/2)x'],
    [`<mfrac>${one}${row(two + x)}</mfrac>`, '1/(2x)'],
    [`<msqrt>${two}</msqrt><mo>=</mo><msqrt>${x}${plus}${one}</msqrt>`, '√2 = √(x + 1)'],
    [`<mroot>${x}<mn>3</mn></mroot>`, '{64:3}√x'],
    [`<msup>${row(x + plus + one)}${two}</msup>`, '(x + 1){64:2}'],
    [`<msup><mn>2</mn><msup>${x}${two}</msup></msup>`, '2^(x{64:2})'],
    [`<msubsup>${x}${one}${two}</msubsup><mo>&#x2062;</mo><mi>y</mi>`, 'x{32:1}{64:2}y'],
    [`<mo>−</mo>${x}<mo>=</mo><mo>−</mo>${one}`, '−x = −1'],
    [`<mfenced>${x}<mi>y</mi></mfenced>`, '(x, y)'],
    [`<mo>{</mo><mtable><mtr><mtd>${x}</mtd></mtr><mtr><mtd>${one}</mtd></mtr></mtable>`, '{x; 1'],
    ['<mmultiscripts><mi>C</mi><mprescripts></mprescripts><mn>6</mn><mn>14</mn></mmultiscripts>', '{32:6}{64:14}C'],
    [`<semantics>${row(x)}<annotation encoding="application/x-tex">\\frac x</annotation></semantics>`, 'x'],
    ['<semantics><mrow></mrow><annotation>x+1</annotation></semantics>', 'x+1'],
    ['<mtext>quãng đường</mtext>', 'quãng đường'],
  ])('reads MathML: %s', (inner, line) => {
    const { blocks, changes } = cleanHtml(math(inner));
    expect(blocks.map(drawn)).toEqual([`paragraph Giải ${line}.`]);
    expect(changes.formulas?.count).toBe(1);
  });

  it.each<[string, string]>([
    [`<m:sSup><m:e>${run('x')}</m:e><m:sup>${run('2')}</m:sup></m:sSup>${run('+1')}`, 'x{64:2}+1'],
    [`<m:f><m:num>${run('x<1'.replace('<', '&lt;'))}</m:num><m:den>${run('2')}</m:den></m:f>`, '(x<1)/2'],
    [`<m:rad><m:radPr><m:degHide m:val="1"></m:degHide></m:radPr><m:deg></m:deg><m:e>${run('2')}</m:e></m:rad>`, '√2'],
    [`<m:d><m:dPr><m:begChr m:val="["></m:begChr></m:dPr><m:e>${run('a')}</m:e></m:d>`, '[a)'],
    [
      `<m:nary><m:naryPr><m:chr m:val="∑"></m:chr></m:naryPr><m:sub>${run('i=1')}</m:sub><m:sup>${run('n')}</m:sup><m:e>${run('i')}</m:e></m:nary>`,
      '∑{32:i=1}{64:n} i',
    ],
    [
      `<m:d><m:dPr><m:endChr m:val=""></m:endChr><m:begChr m:val="{"></m:begChr></m:dPr><m:e><m:eqArr><m:e>${run('x=1')}</m:e><m:e>${run('y=2')}</m:e></m:eqArr></m:e></m:d>`,
      '{x=1; y=2',
    ],
    [`<m:acc><m:accPr><m:chr m:val="\u20d7"></m:chr></m:accPr><m:e>${run('AB')}</m:e></m:acc>`, 'AB{64:→}'],
    [
      `<m:m><m:mr><m:e>${run('1')}</m:e><m:e>${run('2')}</m:e></m:mr><m:mr><m:e>${run('3')}</m:e></m:mr></m:m>`,
      '1 2; 3',
    ],
    [
      `<m:f><m:num>${run('1')}</m:num><m:den>${run('2')}</m:den></m:f>${run('x+')}<m:f><m:num>${run('1')}</m:num><m:den>${run('3')}</m:den></m:f>${run('=0')}`,
      '(1/2)x+1/3=0',
    ],
  ])('reads those of Word: %s', (inner, line) => {
    const { blocks, changes } = cleanHtml(omml(inner));
    expect(blocks.map(drawn)).toEqual([`paragraph Giải ${line}.`]);
    expect(changes.formulas?.count).toBe(1);
  });

  it('reads what Word puts beside a picture of each formula on the clipboard, and not the picture', () => {
    const { blocks, changes } = cleanFile('word-equation.html');
    expect(blocks.map(drawn)).toEqual([
      'paragraph Giải phương trình x{64:2}+√2=0 trên ℝ.',
      'paragraph (x+1)/2',
      'paragraph Hết.',
    ]);
    expect(changes.pictures).toBeUndefined();
    expect(changes.formulas?.count).toBe(2);
  });

  it('gives a formula on a line of its own a paragraph, and no letter of it to its neighbours', () => {
    expect(cleanHtml(`<p>Ta có<math display="block">${x}</math>suy ra</p>`).blocks.map(drawn)).toEqual([
      'paragraph Ta có',
      'paragraph x',
      'paragraph suy ra',
    ]);
  });

  it('reads once what KaTeX, MathJax and Wikipedia draw twice, and a formula that is a picture only by its words', () => {
    const inner = `<math><msup>${x}${two}</msup></math>`;
    for (const page of [
      `<span class="katex"><span class="katex-mathml">${inner}</span><span class="katex-html" aria-hidden="true"><span>x</span><span>2</span></span></span>`,
      `<span class="MathJax"><nobr aria-hidden="true"><span>x2</span></nobr><span class="MJX_Assistive_MathML">${inner}</span></span>`,
      `<span class="mwe-math-element"><span class="mwe-math-mathml-inline" style="display: none;">${inner}</span><img class="mwe-math-fallback-image-inline" alt="{x^{2}}" src="https://a.vn/1.svg"></span>`,
    ]) {
      const { blocks, changes } = cleanHtml(`<p>Cho ${page}.</p>`);
      expect(blocks.map(drawn)).toEqual(['paragraph Cho x{64:2}.']);
      expect(Object.keys(changes).filter((kind) => kind !== 'styling')).toEqual(['formulas']);
    }
    const picture = cleanHtml('<p>Cho <img class="latex" alt="x^2" src="https://a.vn/x.png">.</p>');
    expect(picture.blocks.map(drawn)).toEqual(['paragraph Cho x^2.']);
    expect(Object.keys(picture.changes)).toEqual(['formulas']);
  });

  it('tells of a drawing that has words in it', () => {
    expect(cleanHtml('<p>a</p><svg><text>Sơ đồ</text></svg>').changes.pictures?.count).toBe(1);
    expect(cleanHtml('<p>a</p><svg><path d="M0 0"/></svg>').changes).toEqual({});
  });

  it('survives a formula without end', () => {
    const deep = `${'<msqrt>'.repeat(3_000)}<mi>x</mi>${'</msqrt>'.repeat(3_000)}`;
    expect(cleanHtml(math(deep)).blocks.map(drawn).join()).toContain('x');
  });
});
