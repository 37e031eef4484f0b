import { expect } from 'vitest';
import { MESSAGES, type MessageKey } from '../../shared/i18n/index.ts';
import { articleOf } from '../integration/board.ts';
import { approveOpenPost, publicAddress } from './approval.ts';
import { startDemo } from './demo.ts';
import { it, PATIENCE_MS } from './program.ts';
import { anyOf, say } from './words.ts';

const HEAD = 'Nguyễn Thị Hoài An';

it('shows a newcomer a whole school, where the head approves the post that waits', async ({ programs }) => {
  const person = await startDemo(await programs.start());
  await person.list.getByRole('option').first().waitFor();
  const count = Number(await person.list.getByRole('option').first().getAttribute('aria-setsize'));
  expect(count).toBeGreaterThanOrEqual(25);
  expect(count).toBeLessThanOrEqual(40);

  await person.accountMenu(HEAD);
  await person.button('window.account.label', { name: HEAD }).waitFor();
  await person.list.getByRole('button', { name: anyOf(['window.list.myTurn']) }).click();
  await person.list
    .getByRole('option')
    .filter({ hasText: say('state.appraised') })
    .first()
    .click();
  const title = (await person.document.getByRole('heading', { level: 2 }).textContent()) ?? '';
  const approved = await approveOpenPost(person, (text) => /\b\d{6}\b/.exec(text)?.[0] ?? '');
  await person.choose('window.list.filter', new RegExp(`^${say('window.filter.all')}`));
  await person.syncUntil(title, 'published', 'accepted');
  const page = await fetch(await publicAddress(person));
  expect(articleOf(await page.text())).toBe(approved);
  expect(await (await fetch(new URL('/', page.url))).text()).toContain(title);
});

it('speaks English and Vietnamese', async ({ programs }) => {
  const { page } = await programs.start();
  const inEnglish = (key: MessageKey): string => MESSAGES.en[key];
  await page.getByRole('button', { name: inEnglish('window.language.en') }).click();
  await page.getByRole('heading', { name: inEnglish('window.welcome.demo') }).waitFor();
  await expect.poll(() => page.locator('html').getAttribute('lang'), { timeout: PATIENCE_MS }).toBe('en');
  await page.getByRole('button', { name: say('window.language.vi') }).click();
  await page.getByRole('heading', { name: say('window.welcome.demo') }).waitFor();
  await expect.poll(() => page.locator('html').getAttribute('lang'), { timeout: PATIENCE_MS }).toBe('vi');
});
