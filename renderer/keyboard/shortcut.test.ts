import { expect, test } from 'vitest';
import { isShortcut } from './shortcut.ts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

test('a shortcut needs exactly its own modifiers', () => {
  expect(isShortcut('Ctrl+K', press('k', { ctrlKey: true }))).toBe(true);
  expect(isShortcut('Ctrl+K', press('k'))).toBe(false);
  expect(isShortcut('Ctrl+K', press('K', { ctrlKey: true, shiftKey: true }))).toBe(false);
  expect(isShortcut('F6', press('F6'))).toBe(true);
  expect(isShortcut('F6', press('F6', { shiftKey: true }))).toBe(false);
});

test('caps lock and a Mac keyboard change nothing', () => {
  expect(isShortcut('Ctrl+N', press('N', { ctrlKey: true }))).toBe(true);
  expect(isShortcut('Ctrl+N', press('n', { metaKey: true }))).toBe(true);
});
