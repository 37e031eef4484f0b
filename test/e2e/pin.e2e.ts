import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect } from 'vitest';
import { makePortal, PASSWORD, PIN } from '../integration/board.ts';
import { expectAccessible } from './accessible.ts';
import { fillSignIn, personAt } from './person.ts';
import { it } from './program.ts';
import { say } from './words.ts';

const PICTURES = join(resolve(import.meta.dirname, '../..'), '.cache/e2e');

describe('the PIN of an approval key', () => {
  it('is set later by whoever knows the password, not by whoever sits down at a computer left open', async ({
    programs,
  }) => {
    const portal = await makePortal();
    const program = await programs.start();
    const { page } = program;
    const head = personAt(program);
    await head.button('window.welcome.connectStart').click();
    await fillSignIn(head, { address: portal.url(), account: 'truongban' });
    await head.button('window.pin.later').click();
    await head.list.waitFor();
    // The next day, by the portal's clock.
    portal.setClock(1);
    await head.accountMenu(say('window.pin.set'));
    const dialog = head.dialog('window.pin.title');
    for (const key of ['window.pin.first', 'window.pin.again'] as const)
      await dialog.getByLabel(say(key), { exact: true }).fill(PIN);
    const set = dialog.getByRole('button', { name: say('window.pin.submit') });
    await set.press('Enter');
    const password = dialog.getByLabel(say('password.old'));
    await dialog.getByText(say('error.password_needed')).waitFor();
    await expect.poll(() => password.evaluate((field) => field === document.activeElement)).toBe(true);
    await expectAccessible(page, 'a PIN that asks for the password');
    if (process.env.PICTURES === 'all') {
      mkdirSync(PICTURES, { recursive: true });
      await page.setViewportSize({ width: 1024, height: 640 });
      await page.screenshot({ path: join(PICTURES, 'pin-password.png') });
    }
    await password.fill('đoán mò');
    await set.press('Enter');
    await dialog.getByText(say('error.wrong_password')).waitFor();
    await password.fill(PASSWORD);
    await set.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    // The key is there and open: it can be locked again.
    await head.accountMenu(say('window.account.lock'));
  });
});
