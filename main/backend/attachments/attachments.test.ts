import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, Header, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { checkAttachment } from '../../../shared/checks/index.ts';
import { FILE_TYPES, type FileExtension } from '../../../shared/content/index.ts';
import { openMediaShelf } from '../media/index.ts';
import { writeSetting } from '../store/index.ts';
import { openTestDesk, temporaryFolder } from '../testing/folder.ts';
import { attachmentProblem, findingsOf, inspectFile } from './index.ts';
import { wordsOfFile } from './words.ts';

interface Case {
  readonly name?: string;
  readonly lines?: readonly string[];
  readonly table?: readonly (readonly string[])[];
}
const FIXTURES = join(import.meta.dirname, '../../../test/fixtures/attachments');
const CASES = JSON.parse(readFileSync(join(FIXTURES, 'cases.json'), 'utf8')) as Record<
  string,
  Record<'true' | 'false', Case[]>
>;

const xml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const zip = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

/** Each case as the formats that schools attach. */
const FORMATS: Partial<Record<FileExtension, (rows: Case) => Promise<Uint8Array> | Uint8Array>> = {
  docx: ({ lines = [], table }) => {
    const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
    const rows = (table ?? []).map((row) => new TableRow({ children: row.map(cell) }));
    const children = [...lines.map((line) => new Paragraph(line)), ...(rows.length === 0 ? [] : [new Table({ rows })])];
    return Packer.toBuffer(new Document({ sections: [{ children }] }));
  },
  xlsx: ({ lines = [], table }) => {
    const rows = [...lines.map((line) => [line]), ...(table ?? [])];
    const texts = rows.flat();
    // As Excel does it: what is typed as a number is kept as one, unless a 0 stands in front.
    const cell = (text: string): string =>
      /^[1-9]\d*$/.test(text) ? `<c r="A1"><v>${text}</v></c>` : `<c r="A1" t="s"><v>${texts.indexOf(text)}</v></c>`;
    const cells = (row: readonly string[]): string => row.map(cell).join('');
    return zip({
      'xl/sharedStrings.xml': `<sst>${texts.map((text) => `<si><r><t xml:space="preserve">${xml(text)}</t></r></si>`).join('')}</sst>`,
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows.map((row) => `<row r="1">${cells(row)}</row>`).join('')}</sheetData></worksheet>`,
    });
  },
  odt: ({ lines = [], table }) => {
    const cell = (text: string): string => `<table:table-cell><text:p>${xml(text)}</text:p></table:table-cell>`;
    const rows = (table ?? []).map((row) => `<table:table-row>${row.map(cell).join('')}</table:table-row>`);
    const body = lines.map((line) => `<text:p>${xml(line).replaceAll(' ', '<text:s/>')}</text:p>`);
    return zip({
      'content.xml': `<office:text>${body.join('')}<table:table>${rows.join('')}</table:table></office:text>`,
    });
  },
  csv: ({ lines = [], table }) =>
    strToU8([...lines, ...(table ?? []).map((row) => row.map((cell) => cell.replace(',', '.')).join(';'))].join('\n')),
};

/** What is found by the reader alone: for the many cases, without a thread each. */
async function rulesOf(bytes: Uint8Array, name: string, extension: FileExtension): Promise<string[]> {
  return checkAttachment(name, (await wordsOfFile(bytes, extension)) ?? '').map(({ rule }) => rule);
}

/** What is found as the program looks: from the disk, in a thread. */
async function rulesIn(bytes: Uint8Array, name: string, extension: FileExtension): Promise<string[]> {
  const path = join(temporaryFolder(), 'file');
  writeFileSync(path, bytes);
  const { mime } = FILE_TYPES[extension];
  const found = await inspectFile(path, { hash: 'a'.repeat(64), name, mime, bytes: bytes.length });
  return found.map(({ rule }) => rule);
}

describe.each(Object.keys(FORMATS) as FileExtension[])('in a file .%s', (extension) => {
  it.each(Object.entries(CASES))('%s is found where it is, and only there', async (rule, cases) => {
    for (const expected of ['true', 'false'] as const)
      for (const one of cases[expected]) {
        const bytes = (await FORMATS[extension]?.(one)) ?? new Uint8Array();
        const rules = await rulesOf(bytes, `${one.name ?? 'tep'}.${extension}`, extension);
        expect({ one, found: rules.includes(rule) }).toEqual({ one, found: expected === 'true' });
      }
  });
});

describe('in a PDF', () => {
  it.each([
    ['stamp.pdf', ['state_secret']],
    ['beside.pdf', ['state_secret']],
    ['list.pdf', ['score_list', 'national_id', 'phone', 'bank_account', 'birth_date']],
    ['plan.pdf', []],
  ] as const)('%s', async (name, expected) => {
    const rules = await rulesIn(readFileSync(join(FIXTURES, name)), name, 'pdf');
    expect(new Set(rules)).toEqual(new Set(expected));
  });
});

describe('elsewhere in a document', () => {
  it('a stamp is seen in a header and in a watermark', async () => {
    const header = new Header({ children: [new Paragraph('TỐI MẬT')] });
    const stamped = new Document({
      sections: [{ headers: { default: header }, children: [new Paragraph('Kế hoạch')] }],
    });
    expect(await rulesOf(await Packer.toBuffer(stamped), 'a.docx', 'docx')).toEqual(['state_secret']);
    const marked = zip({ 'word/header1.xml': '<w:hdr><w:p><v:textpath style="x" string="M&#7852;T"/></w:p></w:hdr>' });
    expect(await rulesOf(marked, 'a.docx', 'docx')).toEqual(['state_secret']);
  });

  it('a stamp is seen in words that were taken out with tracked changes, and in a body by another name', async () => {
    const deleted = zip({
      'word/document2.xml': '<w:p><w:del><w:r><w:delText>TỐI MẬT</w:delText></w:r></w:del></w:p>',
    });
    expect(await rulesOf(deleted, 'a.docx', 'docx')).toEqual(['state_secret']);
  });

  it('a workbook that names its cells with a prefix, as programs of school offices write it, is read like any other', async () => {
    const namespace = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
    const text = (words: string): string => `<x:c t="inlineStr"><x:is><x:t>${words}</x:t></x:is></x:c>`;
    const row = (...cells: string[]): string => `<x:row r="1">${cells.join('')}</x:row>`;
    const pupils = ['An', 'Bình', 'Chi', 'Dung', 'Giang', 'Hà'].map((name) =>
      row('<x:c t="s"><x:v>0</x:v></x:c>', text(`Nguyễn Thị ${name}`), '<x:c><x:v>8</x:v></x:c>'),
    );
    const sheet = [row(text('Lớp'), text('Họ và tên'), text('Điểm')), ...pupils].join('');
    const file = zip({
      'xl/sharedStrings.xml': `<x:sst ${namespace}><x:si><x:t>6A</x:t></x:si></x:sst>`,
      'xl/worksheets/sheet1.xml': `<x:worksheet ${namespace}><x:sheetData>${sheet}</x:sheetData></x:worksheet>`,
    });
    expect(await wordsOfFile(file, 'xlsx')).toContain('6A\tNguyễn Thị An\t8');
    expect(await rulesOf(file, 'diem.xlsx', 'xlsx')).toContain('score_list');
  });

  it('a stamp is seen at the end of a line behind a tab, in a text and in an open one', async () => {
    const stops = '<w:pPr><w:tabs><w:tab w:val="right" w:pos="9000"/></w:tabs></w:pPr>';
    const line = `<w:p>${stops}<w:r><w:t>Số: 12/KH</w:t></w:r><w:r><w:tab/><w:t>MẬT</w:t></w:r></w:p>`;
    expect(await rulesOf(zip({ 'word/document.xml': line }), 'a.docx', 'docx')).toEqual(['state_secret']);
    const open = '<text:p>Số: 12/KH<text:tab/>MẬT</text:p>';
    expect(await rulesOf(zip({ 'content.xml': open }), 'a.odt', 'odt')).toEqual(['state_secret']);
  });

  it('a stamp is seen on the printed edge of a sheet', async () => {
    const edge =
      '<headerFooter><oddHeader>&amp;LTrường THCS&amp;R&amp;"Arial,Bold"&amp;14TỐI MẬT</oddHeader></headerFooter>';
    const file = zip({ 'xl/worksheets/sheet1.xml': `<worksheet><sheetData/>${edge}</worksheet>` });
    expect(await rulesOf(file, 'a.xlsx', 'xlsx')).toEqual(['state_secret']);
  });

  it('a row that leaves its empty cells out keeps the others in their columns', async () => {
    const text = (at: string, words: string): string => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
    const rows = [
      `<row r="1">${text('A1', 'Họ tên')}${text('B1', 'Chức vụ')}${text('C1', 'Điện thoại')}</row>`,
      `<row r="2">${text('A2', 'Lê Hoa')}<c r="C2"><v>905123456</v></c></row>`,
    ];
    const file = zip({ 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>` });
    expect(await wordsOfFile(file, 'xlsx')).toContain('Lê Hoa\t\t905123456');
    expect(await rulesOf(file, 'a.xlsx', 'xlsx')).toEqual(['lost_zero']);
  });

  it('a number is seen in a note beside a cell', async () => {
    const note = '<comment><text><r><t>CCCD </t></r><r><t>051203004567</t></r></text></comment>';
    const file = zip({ 'xl/comments1.xml': `<comments><commentList>${note}</commentList></comments>` });
    expect(await rulesOf(file, 'a.xlsx', 'xlsx')).toEqual(['national_id']);
  });

  it('a file that unpacks without end is not unpacked', async () => {
    const bomb = Buffer.from(zip({ 'word/document.xml': '<w:p><w:t>chữ</w:t></w:p>' }));
    bomb.writeUInt32LE(0x10000000, bomb.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24);
    await expect(wordsOfFile(bomb, 'docx')).rejects.toThrow('unpacks');
  });

  it('a broken file and one that takes too long are judged by their names', async () => {
    for (const extension of ['docx', 'xlsx', 'pdf', 'odt'] as const)
      expect(await rulesIn(strToU8('%PDF-1.7 hỏng'), `TỐI MẬT.${extension}`, extension)).toEqual(['state_secret']);
    const path = join(FIXTURES, 'stamp.pdf');
    const reference = { hash: 'a'.repeat(64), name: 'a.pdf', mime: FILE_TYPES.pdf.mime, bytes: 1 };
    expect(await inspectFile(path, reference, 0)).toEqual([]);
  });
});

it('what is found in an attached file keeps its post from being handed on', async () => {
  const { desk, folder } = openTestDesk();
  const shelf = openMediaShelf(desk.db, join(folder, 'media'));
  const hash = 'b'.repeat(64);
  shelf.put({ hash, name: 'list.pdf', mime: FILE_TYPES.pdf.mime, bytes: 1 }, readFileSync(join(FIXTURES, 'list.pdf')));
  const blocks = [{ id: 'f', type: 'file' as const, media: hash }];
  expect(attachmentProblem(desk.db, blocks)).toBeNull();
  const found = await findingsOf(desk.db, shelf, hash);
  expect(attachmentProblem(desk.db, blocks)).toBe('pupil_list');
  // Kept: the file itself is not read again.
  shelf.erase(hash);
  expect(await findingsOf(desk.db, shelf, hash)).toEqual(found);
});

it('a program whose detectors are newer holds a post back by what the older ones found, until it has looked itself', () => {
  const { desk } = openTestDesk();
  const hash = 'b'.repeat(64);
  const findings = [{ rule: 'score_list', words: 'Họ và tên' }];
  writeSetting(desk.db, `attachment ${hash}`, { version: 1, findings });
  expect(attachmentProblem(desk.db, [{ id: 'f', type: 'file', media: hash }])).toBe('pupil_list');
});
