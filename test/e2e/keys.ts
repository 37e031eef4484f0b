import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';

/** One syllable as an input method makes it: what is shown after each key (`test/fixtures/keys`). */
export interface TypedSyllable {
  readonly layout: 'telex' | 'vni';
  readonly keys: string;
  readonly states: readonly string[];
}

export const SYLLABLES = JSON.parse(
  readFileSync(new URL('../fixtures/keys/syllables.json', import.meta.url), 'utf8'),
) as readonly TypedSyllable[];

/** How an input method gives its letters to the program. */
export type Way = 'Backspace and retype' | 'composition';
export const WAYS: readonly Way[] = ['Backspace and retype', 'composition'];

/**
 * Types syllables with a space between, as an input method of that way does. The page hears the keys that such a method
 * lets through: letters that stay as they are, Backspace, and code 229 for what is being composed.
 */
export async function typeSyllables(
  page: Page,
  input: CDPSession,
  way: Way,
  syllables: readonly TypedSyllable[],
): Promise<string> {
  for (const [at, { states }] of syllables.entries()) {
    if (at > 0) await page.keyboard.press('Space');
    await (way === 'composition' ? compose(input, states) : retype(page, states));
  }
  return syllables.map(({ states }) => states.at(-1)).join(' ');
}

/** UniKey, EVKey, OpenKey: where letters before the cursor change, Backspace to them and the letters anew. */
async function retype(page: Page, states: readonly string[]): Promise<void> {
  let shown = '';
  for (const state of states) {
    let same = 0;
    while (same < shown.length && shown[same] === state[same]) same += 1;
    for (let count = shown.length; count > same; count -= 1) await page.keyboard.press('Backspace');
    for (const letter of state.slice(same))
      await (/[a-z]/.test(letter) ? page.keyboard.press(letter) : page.keyboard.insertText(letter));
    shown = state;
  }
}

/** ibus, fcitx5, Windows' own: the syllable is composed and given over at its end. */
async function compose(input: CDPSession, states: readonly string[]): Promise<void> {
  for (const text of states) {
    await input.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', windowsVirtualKeyCode: 229 });
    await input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await input.send('Input.insertText', { text: states.at(-1) ?? '' });
}
