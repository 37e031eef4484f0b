import { describe, expect } from 'vitest';
import { makePortal } from '../integration/board.ts';
import { expectAccessible } from './accessible.ts';
import { connect } from './person.ts';
import { it, PATIENCE_MS } from './program.ts';
import { say } from './words.ts';
import { chooseNews, goToEnd, startPost } from './writing.ts';

const TITLE = 'Ngày hội trồng cây';

describe('an English version', () => {
  it('is written beside its source, which goes along, says what is left, and tells when it has changed', async ({
    programs,
  }) => {
    const portal = await makePortal();
    const program = await programs.start();
    const { page } = program;
    const { keyboard } = page;
    const person = await connect(program, portal.url(), 'tacgia');
    const body = person.field('editor.body');
    await startPost(person, { title: TITLE, summary: 'Ba ngày ở vườn trường.', body: 'Sáng nay cả trường trồng cây.' });
    for (let count = 1; count <= 14; count += 1) {
      await keyboard.press('Enter');
      await keyboard.insertText(`Lớp ${count} trồng một hàng cây phượng và chăm đến cuối năm học.`);
    }
    await chooseNews(person);
    await person.button('translation.start').click();

    const source = page.getByRole('region', { name: say('translation.source'), exact: true });
    await source.getByRole('heading', { name: TITLE }).waitFor();
    await person.field('editor.title').and(page.locator(':focus')).waitFor();
    await source.getByText(say('translation.left', { count: 15 })).waitFor();
    await keyboard.type('Tree planting day');
    // The first block is said in other words; the pane counts it, and knows where the cursor is.
    await source.getByRole('button', { name: say('translation.go', { number: 1 }), exact: true }).click();
    await keyboard.press('Shift+End');
    await keyboard.type('This morning the whole school planted trees.');
    await source.getByText(say('translation.left', { count: 14 })).waitFor();
    await expect
      .poll(() => source.locator('[aria-current]').textContent(), { timeout: PATIENCE_MS })
      .toContain('Sáng nay cả trường');
    await expectAccessible(page, 'a translation beside its source');

    // The source goes along with the text.
    await goToEnd(person);
    await expect
      .poll(() => source.evaluate(({ scrollTop }) => scrollTop), { timeout: PATIENCE_MS })
      .toBeGreaterThan(50);
    await expect
      .poll(() => source.locator('[aria-current]').textContent(), { timeout: PATIENCE_MS })
      .toContain('Lớp 14');

    // The source changes; its translation is told which words.
    // A new translation begins with the room that two texts need: the details are a click away.
    await person.button('window.details.show').click();
    await person.button('translation.openSource').click();
    await source.waitFor({ state: 'hidden' });
    await expect.poll(() => body.textContent(), { timeout: PATIENCE_MS }).toContain('Sáng nay cả trường trồng cây.');
    await goToEnd(person);
    await keyboard.type(' Nhà trường cảm ơn phụ huynh.');
    await person.button('translation.open').click();
    await source.getByText(say('translation.changed')).waitFor();
    await source.locator('ins').filter({ hasText: 'cảm ơn phụ huynh' }).waitFor();
    expect(await body.textContent()).toContain('This morning the whole school planted trees.');
    await expectAccessible(page, 'a translation whose source has changed');
    await source.getByRole('button', { name: say('translation.changed.seen') }).click();
    await source.getByText(say('translation.changed')).waitFor({ state: 'hidden' });
    await person.list.getByText(say('translation.row'), { exact: true }).waitFor();

    await person.button('translation.hide').click();
    await source.waitFor({ state: 'hidden' });
  });
});
