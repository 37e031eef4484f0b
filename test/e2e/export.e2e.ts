import { readFileSync, rmSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { readDocx } from '../../main/backend/import/index.ts';
import { makePortal } from '../integration/board.ts';
import { expectAccessible } from './accessible.ts';
import { connect } from './person.ts';
import { it } from './program.ts';
import { say } from './words.ts';
import { addPictures, startPost, typeRichBody } from './writing.ts';

describe('a post as a Word file', () => {
  it('is saved from the tools with the last letter typed, its picture and its list', async ({ programs }) => {
    const portal = await makePortal();
    const program = await programs.start();
    const { page } = program;
    const person = await connect(program, portal.url(), 'tacgia');
    await startPost(person, { title: 'Tết trồng cây', summary: 'Tóm tắt.', body: 'Sáng nay cả trường trồng cây.' });
    await typeRichBody(person);
    await addPictures(person, { alt: 'Luống rau', coverAlt: 'Cổng trường' });

    await person.button('tools.menu').click();
    await expectAccessible(page, 'tools of writing', ['region']);
    await page.getByRole('menuitem', { name: say('export.docx') }).click();
    const [before = ''] = say('export.saved', { path: '|' }).split('|');
    const told = page.getByText(before);
    const path = ((await told.textContent()) ?? '').slice(before.length);
    try {
      const { html } = await readDocx(readFileSync(path));
      expect(html).toContain('<h1>Tết trồng cây</h1>');
      expect(html).toContain('<li>Mang theo dụng cụ trồng cây</li>');
      expect(html).toContain('<a href="https://moet.gov.vn">trang của Bộ</a>.');
      expect(html).toMatch(/<img alt="Luống rau" src="data:image\/jpeg;base64,/);
    } finally {
      rmSync(path, { force: true });
    }
  });
});
