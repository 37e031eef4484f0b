import { expect, test } from 'vitest';
import { isShortcut, SHORTCUT_NAMES, SHORTCUTS } from './shortcuts.ts';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {},
  code = '',
) => ({ key, code, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });

test('a shortcut needs exactly its own modifiers', () => {
  expect(isShortcut('search', press('k', { ctrlKey: true }))).toBe(true);
  expect(isShortcut('search', press('k'))).toBe(false);
  expect(isShortcut('search', press('K', { ctrlKey: true, shiftKey: true }, 'KeyK'))).toBe(false);
  expect(isShortcut('link', press('K', { ctrlKey: true, shiftKey: true }, 'KeyK'))).toBe(true);
  expect(isShortcut('regions', press('F6'))).toBe(true);
  expect(isShortcut('regions', press('F6', { shiftKey: true }))).toBe(false);
});

test('caps lock and a Mac keyboard change nothing', () => {
  expect(isShortcut('create', press('N', { ctrlKey: true }))).toBe(true);
  expect(isShortcut('create', press('n', { metaKey: true }))).toBe(true);
  expect(isShortcut('remark', press('µ', { metaKey: true, altKey: true }, 'KeyM'))).toBe(true);
});

test('digits and signs are told by their place, whatever letter a Vietnamese layout has there', () => {
  expect(isShortcut('h2', press('ă', { ctrlKey: true, shiftKey: true }, 'Digit2'))).toBe(true);
  expect(isShortcut('subscript', press(';', { ctrlKey: true }, 'Comma'))).toBe(true);
});

test('no two shortcuts of one place have the same keys, nor one of the window and one of the text', () => {
  const taken = SHORTCUT_NAMES.map((name) => {
    const { keys, place } = SHORTCUTS[name];
    return `${keys} ${place === 'writing' || place === 'reading' ? 'window' : place}`;
  });
  expect(new Set(taken).size).toBe(taken.length);
});

test('no letter or sign is bound alone or with Shift: those are for typing', () => {
  const typed = SHORTCUT_NAMES.filter((name) => /^(Shift\+)?.$/u.test(SHORTCUTS[name].keys));
  expect(typed).toEqual([]);
});
