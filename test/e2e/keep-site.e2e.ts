import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { describe, expect } from 'vitest';
import { makePortal, signedIn, sync } from '../integration/board.ts';
import { expectAccessible } from './accessible.ts';
import { connect } from './person.ts';
import { it } from './program.ts';
import { anyOf, say } from './words.ts';

const PICTURES = join(resolve(import.meta.dirname, '../..'), '.cache/e2e');

describe('the public site', () => {
  it('is kept from the program: what the head writes is what readers get', async ({ programs }) => {
    const portal = await makePortal();
    const program = await programs.start();
    const { page } = program;
    const head = await connect(program, portal.url(), 'truongban');
    const open = async (): Promise<void> => {
      await page
        .getByRole('banner')
        .getByRole('button', { name: anyOf(['window.account.label']) })
        .click();
      await page.getByRole('menuitem', { name: say('keepSite.title') }).click();
    };
    const picture = async (name: string): Promise<void> => {
      if (process.env.PICTURES !== 'all') return;
      mkdirSync(PICTURES, { recursive: true });
      for (const colorScheme of ['light', 'dark'] as const)
        for (const size of [
          { width: 1024, height: 640 },
          { width: 1440, height: 900 },
        ]) {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize(size);
          await page.screenshot({ path: join(PICTURES, `keep-site-${name}-${colorScheme}-${size.width}.png`) });
        }
    };

    await open();
    const dialog = head.dialog('keepSite.title');
    await dialog.getByRole('textbox', { name: say('keepSite.about.slogan') }).fill('Dạy tốt, học tốt');
    await dialog.getByLabel(say('keepSite.colour')).fill('#ffee88');
    await dialog.getByText(say('error.colour_unreadable')).waitFor();
    await dialog.getByRole('button', { name: say('keepSite.save') }).click();
    await expectAccessible(page, 'the site’s words, with a colour that none can read');
    await picture('about');
    await dialog.getByLabel(say('keepSite.colour')).fill('#7a1f3d');

    const crest = await sharp({ create: { width: 90, height: 90, channels: 3, background: 'teal' } })
      .png()
      .toBuffer();
    const file = { name: 'huy-hieu.png', mimeType: 'image/png', buffer: crest };
    await dialog.locator('input[type=file]').setInputFiles(file);
    await dialog.getByRole('img', { name: say('keepSite.crest') }).waitFor();
    await expectAccessible(page, 'a crest just chosen');
    await picture('crest');

    await dialog.getByRole('tab', { name: say('keepSite.tab.menu') }).click();
    await dialog.getByText(say('keepSite.menu.none')).waitFor();
    await expectAccessible(page, 'no standing page yet');
    await picture('menu');
    await dialog.getByRole('tab', { name: say('keepSite.tab.categories'), exact: true }).click();
    await dialog
      .getByRole('textbox', { name: say('keepSite.categories.name') })
      .nth(2)
      .fill('Công văn, quyết định');
    await dialog.getByRole('button', { name: say('keepSite.up', { number: 3 }) }).click();
    await expectAccessible(page, 'the categories');
    await picture('categories');

    await dialog.getByRole('tab', { name: say('keepSite.tab.people') }).click();
    await dialog.getByRole('button', { name: say('keepSite.people.addStaff') }).click();
    await dialog.getByRole('textbox', { name: say('keepSite.person.name') }).fill('Trần Thu Hà');
    await dialog.getByRole('button', { name: say('keepSite.save') }).click();
    await dialog.getByText(say('keepSite.people.agreedNeeded')).waitFor();
    await expectAccessible(page, 'leaders and staff, without an agreement');
    await picture('people');
    await dialog.getByRole('checkbox', { name: say('keepSite.people.agreed') }).click();

    await dialog.getByRole('tab', { name: say('keepSite.tab.pins') }).click();
    await dialog.getByText(say('keepSite.pins.none')).waitFor();
    await expectAccessible(page, 'pinned news');
    await dialog.getByRole('tab', { name: say('keepSite.tab.coverage') }).click();
    await dialog.getByText(say('coverage.lead')).waitFor();
    await dialog.getByText(say('coverage.empty')).first().waitFor();
    await expectAccessible(page, 'what the unit must keep and has not');
    await picture('coverage');
    await dialog.getByRole('button', { name: say('keepSite.save') }).click();
    await dialog.waitFor({ state: 'hidden' });

    // The unit's names stand in the program too, once a sync has brought them.
    await page.getByRole('combobox', { name: say('window.list.category') }).click();
    const ours = page.getByRole('option', { name: 'Công văn, quyết định' });
    await ours.waitFor();
    await page.keyboard.press('Escape');
    await ours.waitFor({ state: 'hidden' });

    const site = await (await fetch(`${portal.url()}/lanh-dao-can-bo`)).text();
    for (const words of ['Dạy tốt, học tốt', 'Trần Thu Hà', '-7a1f3d.css', 'Công văn, quyết định', '/assets/huy-hieu-'])
      expect(site).toContain(words);
    await open();
    await expect
      .poll(() => dialog.getByRole('textbox', { name: say('keepSite.about.slogan') }).inputValue())
      .toBe('Dạy tốt, học tốt');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });

    // One's own password, from the same menu.
    await page
      .getByRole('banner')
      .getByRole('button', { name: anyOf(['window.account.label']) })
      .click();
    await page.getByRole('menuitem', { name: say('password.title') }).click();
    const password = head.dialog('password.title');
    await picture('password');
    await password.getByLabel(say('password.old')).fill('không phải mật khẩu này');
    await password.getByLabel(say('password.new'), { exact: true }).fill('ngắn quá');
    await password.getByRole('button', { name: say('password.submit') }).click();
    await password.getByRole('alert').or(password.locator('[aria-invalid="true"]')).first().waitFor();
    await expectAccessible(page, 'a password that was not taken');
    await picture('password-refused');
    await page.keyboard.press('Escape');
    await password.waitFor({ state: 'hidden' });

    // Somebody else's, by the head.
    await page
      .getByRole('banner')
      .getByRole('button', { name: anyOf(['window.account.label']) })
      .click();
    await page.getByRole('menuitem', { name: say('people.title') }).click();
    const people = head.dialog('people.title');
    const opener = people.getByRole('button', { name: say('people.resetOf', { name: 'Trần Thu Hà' }) });
    await opener.press('Enter');
    const asked = page.getByRole('alertdialog');
    await asked.getByText(say('people.reset.text')).waitFor();
    await expectAccessible(page, 'whether a password is to be reset');
    await picture('reset');
    await asked.getByRole('button', { name: say('people.reset.do') }).press('Enter');
    const told = people.getByRole('alert').filter({ hasText: say('people.reset.once') });
    await told.waitFor();
    await expect.poll(() => told.evaluate((notice) => notice === document.activeElement)).toBe(true);
    await expectAccessible(page, 'a one-time password');
    await picture('reset-done');
    await told.getByRole('button', { name: say('people.add.noted') }).press('Enter');
    await expect.poll(() => opener.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it('has its news pinned by the head in the order wanted, shown first to readers and on the calendar, with no network too', async ({
    programs,
  }) => {
    const portal = await makePortal();
    const [author, reviewer, other] = [
      await signedIn(portal, 'tacgia'),
      await signedIn(portal, 'thamdinh'),
      await signedIn(portal, 'truongban'),
    ];
    const titles = ['Tuyển sinh lớp 6', 'Lịch thi học kỳ I', 'Ngày hội đọc sách'] as const;
    for (const title of titles) {
      const post = await author.write(title, ['Một đoạn.']);
      await author.act(post, 'submit');
      await sync(author);
      await sync(reviewer);
      await reviewer.act(post, 'appraise');
      await sync(reviewer);
      await sync(other);
      await other.approve(post);
      await sync(other);
    }
    const program = await programs.start();
    const { page } = program;
    const head = await connect(program, portal.url(), 'truongban');
    await head.syncUntil(titles[0], 'published', 'accepted');
    await page
      .getByRole('banner')
      .getByRole('button', { name: anyOf(['window.account.label']) })
      .click();
    await page.getByRole('menuitem', { name: say('keepSite.title') }).click();
    const dialog = head.dialog('keepSite.title');
    await dialog.getByRole('tab', { name: say('keepSite.tab.pins') }).click();
    for (const title of [titles[0], titles[1]]) {
      await dialog.getByRole('combobox', { name: say('keepSite.pins.add') }).click();
      await page.getByRole('option', { name: title }).click();
      await dialog.getByRole('group', { name: title }).waitFor();
    }
    await dialog.getByRole('group', { name: titles[1] }).getByLabel(say('keepSite.pins.until')).fill('2099-01-31');
    await dialog.getByRole('button', { name: say('keepSite.up', { number: 2 }) }).press('Enter');
    await expectAccessible(page, 'two pinned news');
    await dialog.getByRole('button', { name: say('keepSite.save') }).click();
    await dialog.waitFor({ state: 'hidden' });
    const order = (text: string): string[] =>
      [...titles].sort((one, two) => text.indexOf(`>${one}<`) - text.indexOf(`>${two}<`));
    expect(order(await (await fetch(portal.url())).text())).toEqual([titles[1], titles[0], titles[2]]);

    await head.button('calendar.title').click();
    const pinned = head.document.getByRole('region', { name: say('calendar.pinned', { count: 2 }) });
    await pinned.waitFor();
    const said = await pinned.getByRole('listitem').allTextContents();
    expect(said).toEqual([say('calendar.pinnedUntil', { title: titles[1], date: '31/01/2099' }), titles[0]]);
    await expectAccessible(page, 'the calendar with pinned news');
    if (process.env.PICTURES === 'all') {
      mkdirSync(PICTURES, { recursive: true });
      for (const size of [
        { width: 1024, height: 640 },
        { width: 1440, height: 900 },
      ]) {
        await page.setViewportSize(size);
        await pinned.scrollIntoViewIfNeeded();
        await page.screenshot({ path: join(PICTURES, `calendar-pins-${size.width}.png`) });
      }
    }
    await portal.stop();
    await pinned.getByRole('button', { name: titles[0] }).press('Enter');
    await head.details.getByText(say('state.published')).first().waitFor();
    await head.button('calendar.title').click();
    await pinned.waitFor();
  });
});
