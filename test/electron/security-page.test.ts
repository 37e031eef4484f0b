import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

it('each point of Electron’s checklist is answered by words that are there', () => {
  const page = readFileSync(join(ROOT, 'docs/spec/electron-security.md'), 'utf8');
  const rows = [...page.matchAll(/^\| (?<point>\d+) +\|.*\| `(?<file>[^`]+)` +\| `(?<words>[^`]+)` +\|$/gm)].map(
    ({ groups }) => groups as { point: string; file: string; words: string },
  );
  expect(rows.map(({ point }) => Number(point))).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  const missing = rows.filter(({ file, words }) => !readFileSync(join(ROOT, file), 'utf8').includes(words));
  expect(missing).toEqual([]);
});
