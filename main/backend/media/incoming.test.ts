import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FILE_TYPES, hashBytes, LIMITS, newId } from '../../../shared/content/index.ts';
import { openTestDesk, temporaryFolder } from '../testing/folder.ts';
import { openIncoming, openMediaShelf, saveCopy } from './index.ts';

const PDF = Buffer.from(`%PDF-1.7\n${'Kế hoạch '.repeat(1_000)}`);

describe('a file that comes in pieces', () => {
  it('is kept under the hash of the whole, with its name, type and size', () => {
    const { desk, folder } = openTestDesk();
    const shelf = openMediaShelf(desk.db, join(folder, 'media'));
    const incoming = openIncoming(join(folder, 'incoming'));
    const upload = newId();
    for (let at = 0; at < PDF.length; at += 1_000) incoming.take(upload, at, PDF.subarray(at, at + 1_000));
    const { reference, path } = incoming.finish(upload, '  Kế  hoạch.PDF');
    shelf.adopt(reference, path);
    expect(reference).toEqual({
      hash: hashBytes(PDF),
      name: 'Kế hoạch.pdf',
      mime: FILE_TYPES.pdf.mime,
      bytes: PDF.length,
    });
    expect(readFileSync(shelf.path(reference.hash) ?? '')).toEqual(PDF);
    expect(readdirSync(join(folder, 'incoming'))).toEqual([]);

    const downloads = join(folder, 'downloads');
    expect(saveCopy(shelf, reference.hash, downloads)).toBe(join(downloads, 'Kế hoạch.pdf'));
    expect(saveCopy(shelf, reference.hash, downloads)).toBe(join(downloads, 'Kế hoạch (2).pdf'));
    expect(() => saveCopy(shelf, 'a'.repeat(64), downloads)).toThrow(expect.objectContaining({ code: 'file_absent' }));
  });

  it.each([
    ['a program by another name', 'thong-bao.pdf', Buffer.from('MZ\x90\0 a program')],
    ['a page by another name', 'bang.xlsx', Buffer.from('<html><script>alert(1)</script>')],
    ['a program by its own name', 'setup.exe', Buffer.from('MZ\x90\0 a program')],
    ['a picture, which is to be taken in as one', 'anh.webp', Buffer.from('RIFF1234WEBPVP8 ')],
  ])('is refused and gone when it is %s', (_what, name, bytes) => {
    const folder = join(temporaryFolder(), 'incoming');
    const incoming = openIncoming(folder);
    const upload = newId();
    incoming.take(upload, 0, bytes);
    expect(() => incoming.finish(upload, name)).toThrow(expect.objectContaining({ code: 'file_kind' }));
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves nothing behind when a piece is missing, it is given up, too large or empty, or the program ended', () => {
    const folder = join(temporaryFolder(), 'incoming');
    const incoming = openIncoming(folder);
    const upload = newId();
    incoming.take(upload, 0, PDF.subarray(0, 10));
    expect(() => incoming.take(upload, 11, PDF)).toThrow(expect.objectContaining({ code: 'file_broken' }));
    incoming.take(upload, 0, PDF);
    expect(() => incoming.take(upload, LIMITS.fileBytes, PDF)).toThrow();
    incoming.take(upload, 0, PDF);
    incoming.drop(upload);
    expect(() => incoming.finish(upload, 'a.pdf')).toThrow(expect.objectContaining({ code: 'file_broken' }));
    incoming.take(upload, 0, Buffer.alloc(0));
    expect(() => incoming.finish(upload, 'a.pdf')).toThrow(expect.objectContaining({ code: 'file_broken' }));
    incoming.drop(upload);
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(join(folder, 'of a last run'), '');
    openIncoming(folder);
    expect(existsSync(folder)).toBe(false);
  });
});
