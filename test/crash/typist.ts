import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright-core';

/** What stood on the screen after a key, and when the window had taken that key: until then, it was not typed. */
export interface Shown {
  readonly text: string;
  at: number;
}

export type Way = 'keys' | 'backspace' | 'composition';

/** Who types: into which window, by which clock, and how long (ms) between two keys. */
export interface Typist {
  readonly page: Page;
  readonly input: CDPSession;
  readonly now: () => number;
  readonly nextPause: () => number;
}

/**
 * Types words at the cursor until the window is gone, and writes down each state of the screen. `before` is the text
 * that stands in front of the cursor.
 */
export async function typeOn(
  typist: Typist,
  way: Way,
  before: string,
  words: () => string,
  shown: Shown[],
): Promise<void> {
  const { keyboard } = typist.page;
  let settled = before;
  const show = async (text: string, act: () => Promise<unknown>): Promise<void> => {
    const state = { text, at: Number.POSITIVE_INFINITY };
    shown.push(state);
    await act();
    state.at = typist.now();
    await pause(typist.nextPause());
  };

  for (;;) {
    const word = words();
    let typed = '';
    for (const next of statesOf(word)) {
      if (way === 'composition') await show(settled + next, () => compose(typist.input, next));
      else {
        const kept = commonLength(typed, next);
        for (let length = typed.length - 1; length >= kept; length--)
          await show(settled + typed.slice(0, length), () => keyboard.press('Backspace'));
        for (let length = kept + 1; length <= next.length; length++)
          await show(settled + next.slice(0, length), () => keyboard.type(next.charAt(length - 1)));
      }
      typed = next;
    }
    settled += word;
    if (way === 'composition') await show(settled, () => typist.input.send('Input.insertText', { text: word }));
    settled += ' ';
    await show(settled, () => keyboard.press('Space'));
  }
}

/** How a word grows under an input method: letter by letter, its tone last. "tiếng" goes t, ti, tiê, tiên, tiêng, tiếng. */
function statesOf(word: string): string[] {
  const toneless = word
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    .normalize('NFC');
  const states = [...toneless].map((_, at) => toneless.slice(0, at + 1));
  return toneless === word ? states : [...states, word];
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

function compose(input: CDPSession, text: string): Promise<unknown> {
  return input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
}
