import { describe, expect } from 'vitest';
import { makePortal } from '../integration/board.ts';
import { expectAccessible } from './accessible.ts';
import { connect, type Person, personAt } from './person.ts';
import { it, PATIENCE_MS } from './program.ts';
import { say } from './words.ts';
import { goToEnd, startPost } from './writing.ts';

const TITLE = 'Vườn rau';

function expectBody(person: Person, words: string): Promise<void> {
  return expect.poll(() => person.field('editor.body').textContent(), { timeout: PATIENCE_MS }).toBe(words);
}

describe('one post in two windows', () => {
  it('is written in one at a time, handed over with its last letter, and freed by a window that closes', async ({
    programs,
  }) => {
    const portal = await makePortal();
    const program = await programs.start();
    const first = await connect(program, portal.url(), 'tacgia');
    await startPost(first, { title: TITLE, summary: 'Tóm tắt.', body: 'Một.' });
    const page = await program.page.context().newPage();
    await page.goto(new URL('/', program.page.url()).href);
    const second = personAt({ page });
    await second.list.getByRole('option').filter({ hasText: TITLE }).click();
    await page.getByText(say('window.elsewhere')).waitFor();
    await page.frameLocator('iframe').getByText('Một.').waitFor();
    expect(await second.field('editor.body').count()).toBe(0);
    await expectAccessible(page, 'a post that another window writes');

    // Its last keys are on their way when the other window asks.
    await goToEnd(first);
    await first.page.keyboard.type(' Hai ba bốn.');
    await second.button('window.elsewhere.take').click();
    await expectBody(second, 'Một. Hai ba bốn.');
    await first.page.getByText(say('window.elsewhere')).waitFor();
    await goToEnd(second);
    await page.keyboard.type(' Năm.');
    await first.button('window.elsewhere.take').click();
    await expectBody(first, 'Một. Hai ba bốn. Năm.');
    await page.getByText(say('window.elsewhere')).waitFor();
    await second.button('window.elsewhere.take').click();
    await expectBody(second, 'Một. Hai ba bốn. Năm.');
    await goToEnd(second);
    await page.keyboard.type(' Sáu.');
    // Whoever leaves the post frees it, and whoever waits has it with all its words.
    await page
      .getByRole('banner')
      .getByRole('button', { name: say('tasks.title') })
      .click();
    await expectBody(first, 'Một. Hai ba bốn. Năm. Sáu.');
    await second.list.getByRole('option').filter({ hasText: TITLE }).click();
    await second.button('window.elsewhere.take').click();
    await expectBody(second, 'Một. Hai ba bốn. Năm. Sáu.');
    await first.page.getByText(say('window.elsewhere')).waitFor();
    await page.close();
    await expectBody(first, 'Một. Hai ba bốn. Năm. Sáu.');
  });
});
