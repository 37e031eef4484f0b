import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
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
