import { expect, test } from 'vitest';
import { TAXONOMY } from './taxonomy.ts';
import { TEMPLATES, templatesFor } from './templates.ts';

test('each template names its source, and categories that there are', () => {
  const codes = new Set(TAXONOMY.map(({ code }) => code));
  for (const { source, categories } of TEMPLATES) {
    expect(source).not.toBe('');
    expect(categories.filter((code) => !codes.has(code))).toEqual([]);
  }
  expect(new Set(TEMPLATES.map(({ id }) => id)).size).toBe(TEMPLATES.length);
});

test('those of the post’s category come first, all others after, none before its day', () => {
  expect(templatesFor(['B8'], '2026-11-24').map(({ id }) => id)[0]).toBe('admission');
  expect(templatesFor([], '2026-11-24')).toEqual(TEMPLATES);
  expect(templatesFor(['B8'], '2020-01-01')).toEqual([]);
});
