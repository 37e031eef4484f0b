import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { PATIENCE_MS } from './program.ts';

/** More stops than any screen has. */
const MOST_STOPS = 60;

/** Goes to a control with Tab (or Shift+Tab), as somebody without a mouse does. Fails where no Tab leads there. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await hasFocus(page, target)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`no ${key} leads to ${target}; the focus is on ${await whereIsFocus(page)}`);
}

/** Waits until a control has the focus by itself. */
export async function expectFocus(page: Page, target: Locator): Promise<void> {
  await expect
    .poll(async () => ((await hasFocus(page, target)) ? 'there' : whereIsFocus(page)), { timeout: PATIENCE_MS })
    .toBe('there');
}

async function hasFocus(page: Page, target: Locator): Promise<boolean> {
  return (await target.and(page.locator(':focus')).count()) > 0;
}

function whereIsFocus(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.outerHTML.slice(0, 300) ?? 'nothing');
}
