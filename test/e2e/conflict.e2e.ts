import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished } from 'vitest';
import { textOfBlocks } from '../../shared/content/index.ts';
import { makePortal, signedIn, sync, type TestPortal } from '../integration/board.ts';
import { expectAccessible } from './accessible.ts';
import { layLine } from './line.ts';
import { connect } from './person.ts';
import { it, PATIENCE_MS } from './program.ts';
import { say } from './words.ts';
import { chooseNews, goToEnd, startPost } from './writing.ts';

const TITLE = 'Vườn rau lớp 6A';

describe('one paragraph written on two computers of one author', () => {
  it('waits for the author, who chooses; then the reviewer reads what was chosen', async ({ programs }) => {
    const portal = await makePortal();
    const line = await layLine(portal.url());
    const here = await connect(await programs.start(), line.address, 'tacgia');
    const there = await connect(await programs.start(), portal.url(), 'tacgia');
    const reviewer = await connect(await programs.start(), portal.url(), 'thamdinh');
    await startPost(here, { title: TITLE, summary: 'Tóm tắt.', body: 'Sáng nay lớp 6A tưới rau.' });
    await chooseNews(here);
    await here.syncUntil(TITLE, 'draft', 'accepted');
    await there.syncUntil(TITLE, 'draft', 'accepted');

    await line.cut();
    await goToEnd(here);
    await here.page.keyboard.type(' Cô Hà hướng dẫn.');
    await there.openPost(TITLE);
    await goToEnd(there);
    await there.page.keyboard.type(' Thầy Khôi hướng dẫn.');
    await there.field('editor.summary').fill('Tóm tắt mới.');
    await there.syncUntil(TITLE, 'draft', 'accepted');
    await line.mend();
    await here.syncUntil(TITLE, 'draft', 'look_again');

    await here.button('conflict.bar.open').click();
    const question = here.page.getByRole('group').filter({ hasText: say('conflict.kind.paragraph') });
    await question.locator('ins', { hasText: 'Cô Hà hướng dẫn.' }).waitFor();
    await question.locator('ins', { hasText: 'Thầy Khôi hướng dẫn.' }).waitFor();
    await here.page.getByText(say('conflict.progress', { done: 0, all: 1 })).waitFor();
    await expectAccessible(here.page, 'two texts to choose from');
    await here.button('conflict.next').press('Enter');
    await here.page.keyboard.press('Space');
    await here.page.getByText(say('conflict.progress', { done: 1, all: 1 })).waitFor();
    await here.page.keyboard.press('Control+Z');
    await here.page.getByText(say('conflict.progress', { done: 0, all: 1 })).waitFor();
    await question.getByRole('radio', { name: say('conflict.take.written') }).check();
    const writing = here.field('editor.body');
    await writing.click();
    await here.page.keyboard.press('Control+End');
    await expect.poll(() => writing.textContent(), { timeout: PATIENCE_MS }).toContain('Cô Hà hướng dẫn.');
    await here.page.keyboard.type(' Thầy Khôi cùng làm.');
    await here.page.getByRole('tab', { name: say('conflict.view.result') }).click();
    const result = here.page.frameLocator(`iframe[title="${say('conflict.view.result')}"]`);
    await result.getByText('Sáng nay lớp 6A tưới rau. Cô Hà hướng dẫn. Thầy Khôi cùng làm.').waitFor();
    await result.getByText('Tóm tắt mới.').waitFor();
    await here.button('conflict.finish').click();
    await here.button('conflict.bar.close').waitFor({ state: 'hidden' });

    await here.syncUntil(TITLE, 'draft', 'accepted');
    await here.act('submit');
    await here.syncUntil(TITLE, 'submitted', 'accepted');
    await reviewer.syncUntil(TITLE, 'submitted', 'accepted');
    await reviewer.openPost(TITLE);
    await reviewer.page
      .frameLocator(`iframe[title="${say('window.article.title')}"]`)
      .getByText('Sáng nay lớp 6A tưới rau. Cô Hà hướng dẫn. Thầy Khôi cùng làm.')
      .waitFor();
  });

  it('lets the keyboard alone take one, the other, both, or what is written; the version made has two parents', async ({
    programs,
  }) => {
    const portal = await makePortal();
    const there = await signedIn(portal, 'tacgia');
    const post = await there.write(TITLE, ['Một.', 'Hai.', 'Ba.', 'Bốn.']);
    expect(await sync(there)).toMatchObject({ state: 'idle', pending: 0 });
    const line = await layLine(portal.url());
    const here = await connect(await programs.start(), line.address, 'tacgia');
    const { keyboard } = here.page;
    await here.syncUntil(TITLE, 'draft', 'accepted');
    await here.openPost(TITLE);
    await line.cut();
    await here.field('editor.body').click();
    await keyboard.press('Control+Home');
    for (const _ of ['Một', 'Hai', 'Ba', 'Bốn']) {
      await keyboard.press('End');
      await keyboard.type(' Máy này.');
      await keyboard.press('ArrowDown');
    }
    await there.write(TITLE, ['Một. Máy kia.', 'Hai. Máy kia.', 'Ba. Máy kia.', 'Bốn. Máy kia.'], post);
    expect(await sync(there)).toMatchObject({ state: 'idle', pending: 0 });
    await line.mend();
    await here.syncUntil(TITLE, 'draft', 'look_again');

    await here.button('conflict.bar.open').press('Enter');
    const progress = (done: number) => here.page.getByText(say('conflict.progress', { done, all: 4 })).waitFor();
    // The first of a place's answers has the focus: it is taken with the space bar, those after it with the arrows.
    for (const [place, keys] of [
      ['Space'],
      ['ArrowDown'],
      ['ArrowDown', 'ArrowDown'],
      Array(3).fill('ArrowDown'),
    ].entries()) {
      await progress(place);
      await here.button('conflict.next').press('Enter');
      for (const key of keys) await keyboard.press(key);
    }
    await progress(4);
    // On their way the arrows took both, which is what writing begins with.
    const writing = here.field('editor.body');
    await writing.getByText('Bốn. Máy kia.').waitFor();
    while (!(await writing.evaluate((field) => field === document.activeElement))) await keyboard.press('Tab');
    await keyboard.press('Control+End');
    await keyboard.type(' Viết lại.');
    await expectAccessible(here.page, 'all that was chosen');
    await here.button('conflict.finish').press('Enter');
    await here.button('conflict.bar.close').waitFor({ state: 'hidden' });
    await here.syncUntil(TITLE, 'draft', 'accepted');

    await sync(there);
    const { blocks, conflicts } = await there.open(post);
    expect(conflicts).toBe(0);
    expect(blocks.map((block) => textOfBlocks([block]))).toEqual([
      'Một. Máy này.',
      'Hai. Máy kia.',
      ...['Ba. Máy này.', 'Ba. Máy kia.'],
      ...['Bốn. Máy này.', 'Bốn. Máy kia. Viết lại.'],
    ]);
    const [made, ...older] = await there.client.call('history.list', { post });
    expect([made?.authorName, older.length]).toEqual(['Trần Thu Hà', 3]);
    expect(parentsAt(portal, made?.revision ?? '')).toHaveLength(2);
  });
});

function parentsAt({ folder }: TestPortal, revision: string): unknown[] {
  const db = new Database(join(folder, 'portal.sqlite3'), { readonly: true });
  onTestFinished(() => void db.close());
  return db.prepare('SELECT parent FROM revision_parent WHERE revision = ?').all(revision);
}
