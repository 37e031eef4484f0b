import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { describe, expect } from 'vitest';
import { expectAccessible } from './accessible.ts';
import { startDemo } from './demo.ts';
import type { Person } from './person.ts';
import { it, PATIENCE_MS } from './program.ts';
import { say } from './words.ts';

const HEAD = 'Nguyễn Thị Hoài An';

/** Opens one of the screens of help from its menu. */
async function openHelp(
  person: Person,
  key: 'help.guide' | 'window.shortcuts.title' | 'help.diagnostics' | 'window.about.title',
): Promise<Locator> {
  await person.button('help.menu').click();
  await person.page.getByRole('menuitem', { name: say(key) }).click();
  const dialog = person.dialog(key);
  await dialog.waitFor();
  return dialog;
}

describe('help', () => {
  it('opens on F1 at the page for the work at hand, over a dialog and without disturbing it', async ({ programs }) => {
    const program = await programs.start();
    const { page } = program;
    const person = await startDemo(program);
    await person.accountMenu(HEAD);
    await person.button('window.account.label', { name: HEAD }).waitFor();
    await person.list
      .getByRole('option')
      .filter({ hasText: say('state.appraised') })
      .first()
      .click();
    await page.getByTitle(say('window.article.title')).waitFor();
    await person.act('approve');
    const pin = page.getByLabel(say('window.pin.ask'), { exact: true });
    await pin.fill('12');

    await page.keyboard.press('F1');
    const guide = person.dialog('help.guide');
    await guide.getByRole('article', { name: 'Duyệt và mã PIN' }).and(page.locator(':focus')).waitFor();
    await expectAccessible(page, 'guide');
    await guide.getByRole('searchbox', { name: say('help.guide.search') }).fill('mat mang');
    await guide.getByRole('button', { name: /^Mất mạng, đồng bộ và bốn chữ trạng thái/ }).click();
    await guide.getByRole('article', { name: 'Mất mạng, đồng bộ và bốn chữ trạng thái' }).waitFor();
    await expectAccessible(page, 'guide, searched');
    await page.keyboard.press('Escape');
    await guide.waitFor({ state: 'hidden' });
    expect(await pin.inputValue()).toBe('12');
    await pin.and(page.locator(':focus')).waitFor();
  });

  it('shows the diagnostic file before saving it, the licences, and the keys', async ({ programs }) => {
    const program = await programs.start();
    const { page } = program;
    const person = await startDemo(program);

    const diagnostics = await openHelp(person, 'help.diagnostics');
    const shown = diagnostics.getByRole('region', { name: say('help.diagnostics.content') });
    await shown.waitFor();
    await expectAccessible(page, 'diagnostic file');
    const words = await shown.textContent();
    const download = page.waitForEvent('download');
    await person.button('help.diagnostics.save').click();
    expect(readFileSync(await (await download).path(), 'utf8')).toBe(words);

    const about = await openHelp(person, 'window.about.title');
    await about.getByText(/^better-sqlite3 /).click();
    await about.getByText('Permission is hereby granted').filter({ visible: true }).waitFor();
    await expectAccessible(page, 'about');
    await page.keyboard.press('Escape');
    await openHelp(person, 'window.shortcuts.title');
    await expectAccessible(page, 'keys');
  });

  it('says once, calmly, that a damaged database was rebuilt, and that a copied folder was noticed', async ({
    programs,
  }) => {
    const program = await programs.start();
    const { page } = program;
    const person = await startDemo(program);
    const report = join(program.home, 'demo', 'people', 'author', 'recovery.json');
    const facts = { at: '2026-11-23T01:02:03.000Z', setAside: 'damaged-2026', isFromBackup: true, repeated: 3 };
    writeFileSync(report, JSON.stringify(facts));
    await page.reload();
    const notice = page.getByRole('status').filter({ hasText: say('help.recovery.title') });
    await notice.waitFor();
    expect(await notice.textContent()).toContain(join(program.home, 'demo', 'people', 'author', 'damaged-2026'));
    await expectAccessible(page, 'recovery notice');
    await person.button('help.recovery.seen').click();
    await notice.waitFor({ state: 'hidden' });
    await expect.poll(() => existsSync(report), { timeout: PATIENCE_MS }).toBe(false);

    const newLine = join(program.home, 'demo', 'people', 'author', 'new-line.json');
    writeFileSync(newLine, JSON.stringify({ at: facts.at, why: 'copied' }));
    await page.reload();
    const told = page.getByRole('status').filter({ hasText: say('help.newLine.copied') });
    await told.waitFor();
    await expectAccessible(page, 'new line notice');
    await person.button('help.recovery.seen').click();
    await told.waitFor({ state: 'hidden' });
    await expect.poll(() => existsSync(newLine), { timeout: PATIENCE_MS }).toBe(false);
  });
});
