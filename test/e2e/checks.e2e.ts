import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { CHECK_RULES } from '../../shared/checks/index.ts';
import { makePortal } from '../integration/board.ts';
import { expectAccessible } from './accessible.ts';
import { connect, personAt } from './person.ts';
import { it, PATIENCE_MS } from './program.ts';
import { say } from './words.ts';
import { chooseNews, startPost } from './writing.ts';

describe('notes on the text', () => {
  it('lead to the place, put it right in one click that Ctrl+Z takes back, and learn a word', async ({ programs }) => {
    const portal = await makePortal();
    const program = await programs.start();
    const { page } = program;
    const person = personAt(program);
    await connect(program, portal.url(), 'tacgia');
    await startPost(person, { title: 'Lễ khai giảng', summary: 'Tóm tắt.', body: 'Sân truờng  đông vui, zzoonx.' });
    const body = person.field('editor.body');
    const text = (): Promise<string | null> => body.textContent();

    await person.button('checks.fix', { words: 'trường' }).click();
    await expect.poll(text, { timeout: PATIENCE_MS }).toContain('Sân trường');
    await page.keyboard.press('Control+z');
    await expect.poll(text, { timeout: PATIENCE_MS }).toContain('Sân truờng');

    await page.getByRole('button', { name: say('checks.show', { words: 'zzoonx' }) }).click();
    await expect.poll(() => page.evaluate(() => String(getSelection())), { timeout: PATIENCE_MS }).toBe('zzoonx');
    await expectAccessible(page, 'notes on the text');
    const note = page.getByRole('listitem').filter({ hasText: 'zzoonx' });
    await note.getByRole('button', { name: say('checks.addWord') }).click();
    await expect.poll(() => note.count(), { timeout: PATIENCE_MS }).toBe(0);

    // What a rule comes from is read, not only pointed at.
    await page
      .getByText(say('checks.source', { source: CHECK_RULES.spelling.source }))
      .first()
      .waitFor();

    await body.press('Control+End');
    await page.keyboard.type(' Mở trừơng.');
    await person.button('checks.fix', { words: 'trường' }).nth(1).waitFor();
  });

  it('say why a stamped text is not sent, and keep it', async ({ programs }) => {
    const portal = await makePortal();
    const program = await programs.start();
    const person = personAt(program);
    await connect(program, portal.url(), 'tacgia');
    await startPost(person, { title: 'Kế hoạch', summary: 'Tóm tắt.', body: 'MẬT' });
    await program.page.getByText(say('checks.rule.state_secret')).waitFor();
    await chooseNews(person);
    await person.details.getByText(say('workflow.denied.state_secret')).waitFor();
    expect(await person.field('editor.body').textContent()).toBe('MẬT');
  });

  it('look into attached files: a list of pupils stops the post, a stamped file is not taken', async ({ programs }) => {
    const portal = await makePortal();
    const program = await programs.start();
    const { page } = program;
    const person = personAt(program);
    await connect(program, portal.url(), 'tacgia');
    await startPost(person, { title: 'Kết quả học kỳ', summary: 'Tóm tắt.', body: 'Kết quả trong tệp.' });
    await chooseNews(person);
    const attach = async (name: string): Promise<void> => {
      const chooser = page.waitForEvent('filechooser');
      await person.button('editor.tool.insert').click();
      await page.getByRole('menuitem', { name: say('editor.tool.file') }).click();
      await (await chooser).setFiles(join(import.meta.dirname, '../fixtures/attachments', name));
    };
    await attach('list.pdf');
    await page.getByText(say('checks.rule.score_list')).waitFor();
    await person.details.getByText(say('workflow.denied.pupil_list')).waitFor();
    await expectAccessible(page, 'notes on a file');
    await page
      .getByRole('button', { name: say('checks.show', { words: 'list.pdf' }) })
      .first()
      .click();

    await attach('stamp.pdf');
    await page.getByText(say('error.file_secret', { name: 'stamp.pdf' })).waitFor();
    expect(await person.field('editor.body').getByText('stamp.pdf').count()).toBe(0);
  });
});
