import { describe, expect } from 'vitest';
import { makePortal } from '../integration/board.ts';
import { expectAccessible } from './accessible.ts';
import { connect, personAt } from './person.ts';
import { it, PATIENCE_MS } from './program.ts';
import { say } from './words.ts';
import { goToEnd, startPost } from './writing.ts';

describe('the history of a post', () => {
  it('shows what each version changed, and brings one back as a new version', async ({ programs }) => {
    const program = await programs.start();
    const { page } = program;
    const person = personAt(program);
    const portal = await makePortal();
    await connect(program, portal.url(), 'tacgia');
    await startPost(person, { title: 'Bài khác', summary: 'Tóm tắt.', body: 'Chữ khác.' });
    await startPost(person, { title: 'Vườn rau', summary: 'Tóm tắt.', body: 'Sáng nay trời mưa.' });
    const leaveAndReturn = async (): Promise<void> => {
      await person.list.getByRole('option').filter({ hasText: 'Bài khác' }).first().click();
      await expect.poll(() => person.field('editor.title').inputValue(), { timeout: PATIENCE_MS }).toBe('Bài khác');
      await person.list.getByRole('option').filter({ hasText: 'Vườn rau' }).first().click();
      await expect.poll(() => person.field('editor.title').inputValue(), { timeout: PATIENCE_MS }).toBe('Vườn rau');
    };
    await leaveAndReturn();
    await goToEnd(person);
    await page.keyboard.type(' Chiều nắng.');
    await leaveAndReturn();

    await person.button('history.open').click();
    const dialog = person.dialog('history.title');
    await dialog.locator('ins', { hasText: 'Chiều nắng.' }).waitFor();
    await expectAccessible(page, 'history');
    await dialog
      .getByRole('navigation', { name: say('history.list') })
      .getByRole('button')
      .last()
      .click();
    await dialog.getByRole('button', { name: say('history.restore') }).click();
    await dialog.waitFor({ state: 'hidden' });
    await expect
      .poll(() => person.field('editor.body').textContent(), { timeout: PATIENCE_MS })
      .toBe('Sáng nay trời mưa.');
    await person.button('history.open').click();
    await dialog.locator('del', { hasText: 'Chiều nắng.' }).waitFor();
    expect(await dialog.getByRole('navigation').getByRole('button').count()).toBe(3);
  });
});
