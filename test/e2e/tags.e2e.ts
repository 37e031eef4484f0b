import { describe, expect } from 'vitest';
import { makePortal } from '../integration/board.ts';
import { expectAccessible } from './accessible.ts';
import { connect } from './person.ts';
import { it, PATIENCE_MS } from './program.ts';
import { say } from './words.ts';
import { startPost } from './writing.ts';

describe('tags', () => {
  it('complete from those the unit uses, by keyboard and without marks, and the field stays after each', async ({
    programs,
  }) => {
    const portal = await makePortal();
    const program = await programs.start();
    const { page } = program;
    const { keyboard } = page;
    const person = await connect(program, portal.url(), 'tacgia');
    const field = person.details.getByRole('combobox', { name: say('window.field.tags') });
    const chips = person.details.getByRole('list', { name: say('window.field.tags') }).getByRole('listitem');
    const expectChips = (tags: string[]): Promise<void> =>
      expect.poll(() => chips.allTextContents(), { timeout: PATIENCE_MS }).toEqual(tags);

    await startPost(person, { title: 'Bài cũ', summary: 'Tóm tắt.', body: 'Chữ.' });
    await field.click();
    for (const tag of ['khai giảng', 'năm học mới', 'đội tuyển']) {
      await keyboard.type(tag);
      await keyboard.press('Enter');
    }
    await expectChips(['khai giảng', 'năm học mới', 'đội tuyển']);

    // Leaving the post keeps its tags as a version; the next post may use them.
    await startPost(person, { title: 'Bài mới', summary: 'Tóm tắt.', body: 'Chữ.' });
    await expectChips([]);
    await field.click();
    await keyboard.type('doi');
    const list = page.getByRole('listbox', { name: say('window.field.tagsUsed') });
    await list.getByRole('option', { name: 'đội tuyển' }).waitFor();
    await expectAccessible(page, 'tags to choose from');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await expectChips(['đội tuyển']);
    await list.waitFor({ state: 'hidden' });
    await field.and(page.locator(':focus')).waitFor();
    await keyboard.type('giang');
    await list.getByRole('option', { name: 'khai giảng' }).waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await keyboard.type('nam');
    await list.getByRole('option', { name: 'năm học mới' }).waitFor();
    await keyboard.press('Escape');
    await list.waitFor({ state: 'hidden' });
    await keyboard.press('Enter');
    await expectChips(['đội tuyển', 'khai giảng', 'nam']);
  });
});
