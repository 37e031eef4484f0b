import { rmSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { makePortal } from '../integration/board.ts';
import { expectAccessible } from './accessible.ts';
import { connect, personAt } from './person.ts';
import { it, PATIENCE_MS } from './program.ts';
import { say } from './words.ts';
import { startPost } from './writing.ts';

const TITLE = 'Ngày hội đọc sách';
const PASSPHRASE = 'bốn con trâu đi bừa';

describe('moving to another computer', () => {
  it('takes what is being written along, and the portal takes it from there', async ({ programs }) => {
    const portal = await makePortal();
    const old = await connect(await programs.start(), portal.url(), 'tacgia');
    await startPost(old, { title: TITLE, summary: '', body: 'Mỗi lớp góp hai mươi cuốn.' });
    await old.document.getByText(say('window.save.saved')).waitFor();
    await old.accountMenu(say('move.title'));
    const dialog = old.dialog('move.title');
    await dialog.getByLabel(say('move.passphrase'), { exact: true }).fill('ngắn');
    await dialog.getByRole('button', { name: say('move.make') }).click();
    await dialog.getByText(say('move.tooShort', { least: 12 })).waitFor();
    await expectAccessible(old.page, 'the file to move, with an error');
    for (const key of ['move.passphrase', 'move.again'] as const)
      await dialog.getByLabel(say(key), { exact: true }).fill(PASSPHRASE);
    await dialog.getByRole('button', { name: say('move.make') }).click();
    const made = dialog.getByRole('status').getByText('.banthao-move');
    await made.waitFor();
    const file = /\S*\.banthao-move/.exec((await made.textContent()) ?? '')?.[0] ?? '';
    await expectAccessible(old.page, 'the file to move, made');
    await old.page.keyboard.press('Escape');
    await old.page.getByText(say('move.movedText')).waitFor();
    await old.button('move.movedSeen').click();
    await expect.poll(() => old.page.getByText(say('move.movedText')).count(), { timeout: PATIENCE_MS }).toBe(0);

    const person = personAt(await programs.start());
    await person.button('move.openStart').click();
    const [chooser] = await Promise.all([
      person.page.waitForEvent('filechooser'),
      person.button('move.choose').click(),
    ]);
    await chooser.setFiles(file);
    const passphrase = person.page.getByLabel(say('move.passphrase'), { exact: true });
    await passphrase.fill('bốn con trâu đi cày');
    await person.button('move.open').click();
    await person.page.getByText(say('error.move_passphrase')).waitFor();
    await expectAccessible(person.page, 'opening the file, with an error');
    await passphrase.fill(PASSPHRASE);
    await person.button('move.open').click();
    await person.openPost(TITLE);
    await expect
      .poll(() => person.field('editor.body').textContent(), { timeout: PATIENCE_MS })
      .toBe('Mỗi lớp góp hai mươi cuốn.');
    await person.syncUntil(TITLE, 'draft', 'accepted');
    rmSync(file, { force: true });
  });
});
