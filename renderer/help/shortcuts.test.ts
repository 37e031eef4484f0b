import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { MESSAGES } from '../../shared/i18n/index.ts';
import { keysText, SHORTCUT_NAMES, SHORTCUT_PLACES, SHORTCUTS, type ShortcutName } from '../keyboard/index.ts';

const ROOT = resolve(import.meta.dirname, '../..');

test('the window listens for each of its shortcuts by name, from the one table', () => {
  const sources = globSync('renderer/**/*.{ts,tsx}', { cwd: ROOT, exclude: ['**/*.test.*'] }).map((file) =>
    readFileSync(join(ROOT, file), 'utf8'),
  );
  const heard = new Set(
    sources.flatMap((source) => [...source.matchAll(/(?:useShortcut|isShortcut)\('(\w+)'/g)].map(([, name]) => name)),
  );
  const own: readonly ShortcutName[] = SHORTCUT_NAMES.filter((name) => SHORTCUTS[name].place === 'window');
  expect(own.filter((name) => !heard.has(name))).toEqual([]);
  expect([...heard].filter((name) => !SHORTCUT_NAMES.some((known) => known === name))).toEqual([]);
});

test('page 9 of the guide names each shortcut under its place, with its words, and no other', () => {
  const page = readFileSync(join(ROOT, 'docs/huong-dan/09-phim-tat.md'), 'utf8');
  const parts = page.split(/^## /m).slice(1);
  const said = parts.map((part) => {
    const [heading = '', ...lines] = part.split('\n');
    return { heading, lines: lines.filter((line) => line.startsWith('- ')) };
  });
  expect(said).toEqual(
    SHORTCUT_PLACES.map((place) => ({
      heading: MESSAGES.vi[`shortcut.place.${place}`],
      lines: SHORTCUT_NAMES.filter((name) => SHORTCUTS[name].place === place).map(
        (name) => `- \`${keysText('vi', name)}\`: ${MESSAGES.vi[`shortcut.${name}`]}`,
      ),
    })),
  );
});
