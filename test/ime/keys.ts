import type { Layout } from './display.ts';

/** The keys of each letter with its mark, and of the tone that follows the syllable. */
const MARKS = {
  telex: { â: 'aa', ă: 'aw', ê: 'ee', ô: 'oo', ơ: 'ow', ư: 'uw', đ: 'dd' },
  vni: { â: 'a6', ă: 'a8', ê: 'e6', ô: 'o6', ơ: 'o7', ư: 'u7', đ: 'd9' },
} as const satisfies Record<Layout, Record<string, string>>;
/** Acute, grave, hook, tilde, dot below, as combining marks. */
const TONES = {
  telex: { '\u0301': 's', '\u0300': 'f', '\u0309': 'r', '\u0303': 'x', '\u0323': 'j' },
  vni: { '\u0301': '1', '\u0300': '2', '\u0309': '3', '\u0303': '4', '\u0323': '5' },
} as const satisfies Record<Layout, Record<string, string>>;

/** The keys a person presses for a text: marks at their letter, the tone at the end of the syllable. */
export function keysFor(text: string, layout: Layout): string {
  return text
    .split(' ')
    .map((syllable) => keysOfSyllable(syllable, layout))
    .join(' ');
}

function keysOfSyllable(syllable: string, layout: Layout): string {
  let keys = '';
  let tone = '';
  for (const letter of syllable) {
    let bare = letter.normalize('NFD');
    for (const [mark, key] of Object.entries(TONES[layout]))
      if (bare.includes(mark)) {
        bare = bare.replace(mark, '');
        tone = key;
      }
    const plain = bare.normalize('NFC');
    const marks: Readonly<Record<string, string>> = MARKS[layout];
    const pressed = marks[plain.toLowerCase()] ?? plain;
    keys += plain === plain.toLowerCase() ? pressed : pressed.slice(0, 1).toUpperCase() + pressed.slice(1);
  }
  // Before the full stop or comma that ends the word.
  const [, word = '', rest = ''] = /^(.*?)([.,!?]*)$/.exec(keys) ?? [];
  return word + tone + rest;
}
