import {
  Document,
  type FileChild,
  Math as Formula,
  HeadingLevel,
  LevelFormat,
  MathFraction,
  MathRadical,
  MathRun,
  MathSuperScript,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { describe, expect, it } from 'vitest';
import { DocumentReader, readDocx } from './index.ts';
import { unpacksAsDeclared } from './zip-sizes.ts';

const ENTRY = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });

describe('reading a Word document', () => {
  it('keeps headings, formats and tables', async () => {
    const document = new Document({
      sections: [
        {
          children: [
            new Paragraph({ text: 'Kế hoạch', heading: HeadingLevel.HEADING_1 }),
            new Paragraph({ children: [new TextRun({ text: 'Thời gian', bold: true }), new TextRun(': 7 giờ')] }),
            new Table({ rows: [new TableRow({ children: [cell('6A'), cell('38')] })] }),
          ],
        },
      ],
    });
    const { html } = await readDocx(await Packer.toBuffer(document));
    expect(html).toContain('<h1>Kế hoạch</h1>');
    expect(html).toContain('<strong>Thời gian</strong>: 7 giờ');
    expect(html).toContain('<td><p>38</p></td>');
  });

  it('refuses what is no document, and one that would unpack without end', async () => {
    await expect(readDocx(Buffer.from('chữ'))).rejects.toMatchObject({ code: 'document_kind' });
    const good = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('a')] }] }));
    await expect(readDocx(good.subarray(0, good.length / 2))).rejects.toMatchObject({ code: 'document_kind' });

    const bomb = Buffer.from(good);
    const entry = bomb.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bomb.writeUInt32LE(0xf0000000, entry + 24);
    await expect(readDocx(bomb)).rejects.toMatchObject({ code: 'document_too_large' });

    await expect(readDocx(good, { timeLimitMs: 0 })).rejects.toMatchObject({ code: 'document_too_large' });

    const broken = Buffer.from(good);
    broken.fill(0x41, 30, 400);
    await expect(readDocx(broken)).rejects.toMatchObject({ code: 'document_broken' });
  });

  it('refuses before it is unpacked one that unpacks to more than it says, or hides a second directory', async () => {
    const good = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('a'.repeat(5_000))] }] }));
    expect(unpacksAsDeclared(good)).toBe(true);
    const bomb = Buffer.from(good);
    for (let at = bomb.indexOf(ENTRY); at >= 0; at = bomb.indexOf(ENTRY, at + 4)) bomb.writeUInt32LE(10, at + 24);
    expect(unpacksAsDeclared(bomb)).toBe(false);
    await expect(readDocx(bomb)).rejects.toMatchObject({ code: 'document_broken' });

    const end = good.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
    const hidden = Buffer.concat([good.subarray(0, end), good.subarray(good.indexOf(ENTRY), end), good.subarray(end)]);
    await expect(readDocx(hidden)).rejects.toMatchObject({ code: 'document_kind' });
  });

  it('gives one up when told to, and the one before when another is asked for', async () => {
    const document = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('a')] }] }));
    const documents = new DocumentReader();
    const [first, second] = [documents.read(document), documents.read(document)];
    await expect(first).rejects.toMatchObject({ code: 'document_broken' });
    expect((await second).html).toContain('a');
    const third = documents.read(document);
    documents.stop();
    await expect(third).rejects.toMatchObject({ code: 'document_broken' });
  });
});

describe('what Word draws beside the words', () => {
  const [section, question, part, point] = ['section', 'question', 'part', 'point'];
  const config = [
    { reference: section, levels: [level(0, '%1.'), level(1, '%1.%2.')] },
    { reference: question, levels: [level(0, 'Câu %1:')] },
    { reference: 'example', levels: [level(0, 'Ví dụ:', LevelFormat.BULLET), level(1, '%2Chú ý:', LevelFormat.NONE)] },
    { reference: point, levels: [level(0, '%1.'), level(1, '%2)', LevelFormat.LOWER_LETTER)] },
    { reference: part, levels: [level(0, '%1.', LevelFormat.UPPER_ROMAN)] },
  ];
  function level(
    at: number,
    text: string,
    format: (typeof LevelFormat)[keyof typeof LevelFormat] = LevelFormat.DECIMAL,
  ) {
    return { level: at, format, text, start: 1 };
  }
  const words = (text: string) => new Paragraph(text);
  const item = (reference: string, text: string, at = 0, instance = 0) =>
    new Paragraph({ text, numbering: { reference, level: at, instance } });
  const read = async (children: FileChild[]): Promise<string> => {
    const styles = { paragraphStyles: [{ id: 'Old', name: 'Old', basedOn: 'Normal', run: { font: '.VnTime' } }] };
    const document = new Document({ styles, numbering: { config }, sections: [{ children }] });
    return (await readDocx(await Packer.toBuffer(document))).html;
  };

  it('goes on counting where a list goes on below other words, and begins anew where Word does', async () => {
    const html = await read([
      ...[item(section, 'A'), words('x'), item(section, 'B'), item(section, 'C', 1), words('x')],
      ...[item(section, 'D', 1), item(section, 'E', 0, 1)],
    ]);
    expect(html).toBe(
      '<ol><li value="1">A</li></ol><p>x</p><ol><li value="2">B<ol><li value="1">C</li></ol></li></ol><p>x</p><p>2.2. D</p><ol><li value="1">E</li></ol>',
    );
    expect(await read([item(section, 'A'), item(section, 'B'), item(section, 'C', 0, 1)])).toBe(
      '<ol><li value="1">A</li><li value="2">B</li><li value="1">C</li></ol>',
    );
  });

  it('stands in the words where a list does not draw it: questions, headings, the rows of a table', async () => {
    const heading = (text: string) =>
      new Paragraph({ text, heading: HeadingLevel.HEADING_2, numbering: { reference: part, level: 0 } });
    const row = (name: string) =>
      new TableRow({ children: [new TableCell({ children: [item(section, '')] }), cell(name)] });
    expect(await read([heading('A'), item(question, 'x'), heading('B'), item(question, 'y')])).toBe(
      '<h2>I. A</h2><p>Câu 1: x</p><h2>II. B</h2><p>Câu 2: y</p>',
    );
    expect(await read([new Table({ rows: [row('An'), row('Bình')] })])).toMatch(/1\. .*An.*2\. .*Bình/);
  });

  it('stands in the words where it is a letter or a Roman number: a text names điểm a, khoản 2, mục II', async () => {
    expect(
      await read([item(part, 'A'), item(point, 'B'), item(point, 'x', 1), item(point, 'y', 1), item(point, 'C')]),
    ).toBe('<p>I. A</p><ol><li value="1">B</li></ol><p>a) x</p><p>b) y</p><ol><li value="2">C</li></ol>');
  });

  it('stands in the words where it is a word alone', async () => {
    expect(await read([item('example', 'A'), item('example', 'B', 1)])).toBe('<p>Ví dụ: A</p><p>Chú ý: B</p>');
  });

  it('leaves formulas where they stand, each tag closed as HTML wants it', async () => {
    const [one, two] = [new MathRun('x<1'), new MathRun('2')];
    const fraction = new MathFraction({ numerator: [one], denominator: [two] });
    const power = new MathSuperScript({ children: [new MathRun('x')], superScript: [two] });
    const children: ParagraphChild[] = [
      new TextRun('Giải '),
      new Formula({ children: [fraction, new MathRun('='), power, new MathRadical({ children: [two] })] }),
      new TextRun('.'),
    ];
    const html = await read([new Paragraph({ children }), new Paragraph('Hết')]);
    expect(html).toMatch(/^<p>Giải <m:oMath><m:f>.*x&lt;1.*<\/m:oMath>\.<\/p><p>Hết<\/p>$/);
    expect(html).toMatch(/<m:sup><m:r><m:t>2<\/m:t><\/m:r><\/m:sup>/);
    expect(html).not.toMatch(/\/>/);
  });

  it('tells the fonts of old encodings, of a run or of the style of its paragraph', async () => {
    const html = await read([
      new Paragraph({
        children: [new TextRun({ text: 'Tr\u00adêng', font: '.VnTime', bold: true }), new TextRun(' và')],
      }),
      new Paragraph({ text: 'Nhµ', style: 'Old' }),
    ]);
    expect(html).toContain('.font-tcvn3{font-family:".VnTime"}');
    expect(html).toContain('<p><span class="font-tcvn3"><strong>Tr\u00adêng</strong></span> và</p>');
    expect(html).toContain('<p><span class="font-tcvn3">Nhµ</span></p>');
  });
});
