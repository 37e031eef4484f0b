import { describe, expect } from 'vitest';
import { makePortal } from '../integration/board.ts';
import { expectAccessible } from './accessible.ts';
import { connect } from './person.ts';
import { it, PATIENCE_MS } from './program.ts';
import { say } from './words.ts';
import { startPost } from './writing.ts';

describe('the bin', () => {
  it('takes a draft with its last letter, gives it back at once or from its list, and by keyboard', async ({
    programs,
  }) => {
    const portal = await makePortal();
    const program = await programs.start();
    const { page } = program;
    const { keyboard } = page;
    const person = await connect(program, portal.url(), 'tacgia');
    await startPost(person, { title: 'Vườn rau', summary: 'Tóm tắt.', body: 'Sáng nay trời mưa.' });
    const rows = person.list.getByRole('option');
    await rows.filter({ hasText: 'Vườn rau' }).waitFor();

    await person.button('bin.put').click();
    await page.getByText(say('bin.done', { title: 'Vườn rau' })).waitFor();
    await rows.first().waitFor({ state: 'hidden' });
    await expectAccessible(page, 'a draft just thrown away');
    await page.getByRole('button', { name: say('bin.undo') }).click();
    await expect
      .poll(() => person.field('editor.body').textContent(), { timeout: PATIENCE_MS })
      .toBe('Sáng nay trời mưa.');

    await person.list.getByRole('listbox').focus();
    await keyboard.press('Delete');
    await rows.first().waitFor({ state: 'hidden' });
    await person.choose('window.list.filter', new RegExp(`^${say('window.filter.bin')}`));
    await rows.filter({ hasText: 'Vườn rau' }).click();
    await page.getByText(say('bin.inBinHere')).waitFor();
    await page.frameLocator('iframe').getByText('Sáng nay trời mưa.').waitFor();
    await expectAccessible(page, 'a draft in the bin');
    await person.button('bin.erase').click();
    const question = page.getByRole('alertdialog');
    await question.waitFor();
    await expectAccessible(page, 'before a draft is destroyed');
    await question.getByRole('button', { name: say('window.cancel') }).click();
    await person.button('bin.restore').click();
    await expect
      .poll(() => person.field('editor.body').textContent(), { timeout: PATIENCE_MS })
      .toBe('Sáng nay trời mưa.');
    await person.list.getByText(say('bin.none')).waitFor();
  });
});
