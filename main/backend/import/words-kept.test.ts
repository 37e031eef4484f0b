import { describe, expect, it } from 'vitest';
import { readDocx } from './index.ts';
import { wordFile } from './testing/word-file.ts';

const run = (words: string, properties = '') =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`;
const paragraph = (...parts: string[]) => `<w:p>${parts.join('')}</w:p>`;
const box = (words: string) => `<w:txbxContent>${paragraph(run(words))}</w:txbxContent>`;
/** A box as only newer programs know it. */
const shape = (words: string) =>
  `<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>${box(words)}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`;
const choice = (newer: string, older: string) =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${newer}</mc:Choice>${older}</mc:AlternateContent></w:r>`;

async function read(paragraphs: readonly string[], parts?: Record<string, string>): Promise<string[]> {
  const { html } = await readDocx(wordFile(paragraphs.join(''), parts));
  return html.split(/(?<=<\/p>|<\/ol>)/);
}

describe('words of a Word document that mammoth passes over', () => {
  it('come in: of fields, of another direction, above letters; what Word parts is parted', async () => {
    const inRun = (inner: string) => `<w:r>${inner}</w:r>`;
    const words = (text: string) => `<w:t>${text}</w:t>`;
    expect(
      await read([
        paragraph(run('Hình '), `<w:fldSimple w:instr=" SEQ Hình ">${run('1')}</w:fldSimple>`, run(': Cổng')),
        paragraph(`<w:dir w:val="ltr">${run('một ')}</w:dir><w:bdo w:val="ltr">${run('hai')}</w:bdo>`),
        paragraph(inRun(`<w:ruby><w:rubyPr/><w:rt>${run('hàn')}</w:rt><w:rubyBase>${run('漢')}</w:rubyBase></w:ruby>`)),
        paragraph(inRun(`${words('trước')}<w:br w:type="page"/>${words('sau')}<w:cr/>${words('nữa')}`)),
        paragraph(inRun(`${words('trái')}<w:ptab w:alignment="right"/>${words('phải')}`)),
        paragraph(inRun('<w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="Arial" w:char="2022"/>')),
      ]),
    ).toEqual([
      '<p>Hình 1: Cổng</p>',
      '<p>một hai</p>',
      '<p>漢 (hàn)</p>',
      '<p>trước<br />sau<br />nữa</p>',
      '<p>trái\tphải</p>',
      '<p>≥•</p>',
    ]);
  });

  it('come in once, of boxes and shapes for newer programs and older ones', async () => {
    const older = (words: string) =>
      `<mc:Fallback><w:pict><v:shape><v:textbox>${box(words)}</v:textbox></v:shape></w:pict></mc:Fallback>`;
    const inPicture = (inner: string) => `<w:r><w:pict>${inner}</w:pict></w:r>`;
    expect(
      await read([
        paragraph(run('a'), choice(shape('hộp một'), older('hộp một'))),
        paragraph(run('b'), choice(shape('hộp hai'), '')),
        paragraph(run('c'), `<w:r>${shape('hộp ba')}</w:r>`),
        paragraph(run('d'), inPicture(`<v:oval><v:textbox>${box('bầu dục')}</v:textbox></v:oval>`)),
        paragraph(run('e'), inPicture('<v:shape><v:textpath style="x" string="Chào &amp; mừng"/></v:shape>')),
      ]),
    ).toEqual(
      [...['a', 'hộp một', 'b', 'hộp hai', 'c', 'hộp ba', 'd', 'bầu dục', 'e', 'Chào &amp; mừng']].map(
        (words) => `<p>${words}</p>`,
      ),
    );
  });

  it('stay above the line where LibreOffice only raises and shrinks them', async () => {
    const [power, index] = ['<w:position w:val="8"/><w:sz w:val="19"/>', '<w:position w:val="-8"/><w:sz w:val="19"/>'];
    expect(
      await read([
        paragraph(run('x'), run('2', power), run(', H'), run('2', index), run('O', '<w:position w:val="2"/>')),
      ]),
    ).toEqual(['<p>x<sup>2</sup>, H<sub>2</sub>O</p>']);
  });

  it('are told by their font in notes and in what Word draws before a paragraph as well', async () => {
    const old = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>';
    const level = `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="§iÒu %1."/></w:lvl>`;
    const place = `<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr>${old}</w:rPr></w:pPr>`;
    const html = await read([paragraph(place, run('Ph¹m vi', old), '<w:r><w:footnoteReference w:id="2"/></w:r>')], {
      footnotes: `<w:footnote w:id="2">${paragraph(run('Tr\u00adêng', old), `<w:fldSimple w:instr="x">${run(' 1')}</w:fldSimple>`)}</w:footnote>`,
      numbering: `<w:abstractNum w:abstractNumId="0">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
    });
    const whole = html.join('');
    expect(whole).toContain('<span class="font-tcvn3">§iÒu 1. Ph¹m vi</span>');
    expect(whole).toContain('<span class="font-tcvn3">Tr\u00adêng</span> 1');
  });

  it('come in of a page embedded in it, apart from its own; one that is not read is told where it stood', async () => {
    const embedded = { 'a.html': '<p title="x">A &amp; B</p><!-- <b>', 'b.txt': '1 < 2\n3', 'c.docx': 'PK' };
    const chunks = [...Object.keys(embedded), 'none.html'].map((name) => `<w:altChunk r:id="${name}"/>`);
    const full = '<w:altChunk r:id="b.txt"><w:altChunkPr><w:matchSrc/></w:altChunkPr></w:altChunk>';
    const body = [paragraph(run('trước')), ...chunks, full, paragraph(run('sau'))].join('');
    const { html } = await readDocx(wordFile(body, {}, embedded));
    expect(html).toBe(
      [
        '<p>trước</p><div data-embedded-page="<p title=&quot;x&quot;>A &amp;amp; B</p><!-- <b>"></div>',
        '<div data-embedded-page="<pre>1 &amp;lt; 2\n3</pre>"></div>',
        '<p data-left-out="embedded"></p>'.repeat(2),
        '<div data-embedded-page="<pre>1 &amp;lt; 2\n3</pre>"></div><p>sau</p>',
      ].join(''),
    );
  });

  it('have no arrow after a note, which leads nowhere in a post', async () => {
    const note = `<w:footnote w:id="2">${paragraph(run('Trừ lớp 9.'))}</w:footnote>`;
    const html = await read([paragraph(run('Khối 6'), '<w:r><w:footnoteReference w:id="2"/></w:r>')], {
      footnotes: note,
    });
    expect(html.join('')).toMatch(/\[1\].*<p>Trừ lớp 9\.<\/p><\/li><\/ol>$/);
  });
});

describe('words that are no part of the text', () => {
  it('are told apart from it: struck, hidden, commented, in the margins of a page, drawn from data', async () => {
    const struck = (words: string) => `<w:del w:id="1"><w:r><w:delText>${words}</w:delText></w:r></w:del>`;
    const html = await read(
      [
        paragraph(run('Từ '), struck('05/12'), `<w:ins w:id="2">${run('12/12')}</w:ins>`),
        paragraph(run('Họp'), run(' lúc', '<w:vanish/>'), run(' 8 giờ', '<w:b/><w:vanish/>'), run('.')),
        paragraph(run('thấy', '<w:vanish w:val="0"/>')),
        paragraph('<w:r><w:drawing><wp:inline><c:chart r:id="x"/></wp:inline></w:drawing></w:r>', run('Biểu đồ')),
      ],
      {
        comments: `<w:comment w:id="0">${paragraph(run('Sửa '), run('đi'))}</w:comment>`,
        header: paragraph(run('Trường Hoa Sen')),
        footer: paragraph(run('3')),
      },
    );
    expect(html).toEqual([
      ...['<p>Từ 12/12</p>', '<p>Họp.</p>', '<p>thấy</p>', '<p>Biểu đồ</p>'],
      '<p data-left-out="comments">Sửa đi</p>',
      '<p data-left-out="margins">Trường Hoa Sen</p>',
      '<p data-left-out="deleted">05/12</p>',
      '<p data-left-out="hidden"> lúc 8 giờ</p>',
      '<p data-left-out="pictures"></p>',
    ]);
  });
});
