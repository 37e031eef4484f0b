import { globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Licence } from './licences.ts';
import { bundle } from './setup/bundle.mjs';
import { withLock } from './setup/lock.mjs';

const ROOT = resolve(import.meta.dirname, '..');
let listed: readonly Licence[];

beforeAll(async () => {
  const say = { start: () => {}, end: () => {} };
  await withLock(
    join(ROOT, '.cache/setup.lock'),
    () => {},
    () => bundle(ROOT, process.execPath, say),
  );
  listed = JSON.parse(readFileSync(join(ROOT, 'dist/renderer/licences.json'), 'utf8')) as Licence[];
});

/** The package of a bare import: `@noble/curves/ed25519.js` is of `@noble/curves`. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

const namesOf = (list: readonly Licence[]): Set<string> => new Set(list.map(({ name }) => name));

describe('the list of licences', () => {
  it('names every package whose code is in the bundles of the program and the portal', () => {
    // The bundler writes above each module where it is from.
    const bundled = globSync('dist/{*.js,chunks/*.js,electron/*.{js,cjs}}', { cwd: ROOT }).flatMap((file) =>
      [...readFileSync(join(ROOT, file), 'utf8').matchAll(/^\/\/#region node_modules\/(\S+)/gm)].map((match) =>
        packageOf(match[1] ?? ''),
      ),
    );
    expect(new Set(bundled).size).toBeGreaterThan(30);
    expect([...new Set(bundled)].filter((name) => !namesOf(listed).has(name))).toEqual([]);
  });

  it('names every package that a source of the product imports', () => {
    const files = globSync('{shared,main,renderer,portal}/**/*.{ts,tsx}', { cwd: ROOT }).filter(
      (file) => !/\.(test|long)\.tsx?$|[\\/]testing([\\/]|\.)/.test(file),
    );
    const imported = files.flatMap((file) =>
      [...readFileSync(join(ROOT, file), 'utf8').matchAll(/^(?:import|export) (?!type )[^;]*?from '([^'.][^']*)';/gm)]
        .map((match) => match[1] ?? '')
        .filter((specifier) => !isBuiltin(specifier))
        .map(packageOf),
    );
    expect(new Set(imported).size).toBeGreaterThan(20);
    expect([...new Set(imported)].filter((name) => !namesOf(listed).has(name))).toEqual([]);
  });

  it('has a version for each, and its licence by name or in words', () => {
    expect(listed.filter(({ version }) => !/^\d+\.\d+\.\d+/.test(version))).toEqual([]);
    const wordless = listed.filter(({ text, licence }) => text === '' && licence === '').map(({ name }) => name);
    expect(wordless).toEqual([]);
  });

  it('does not name what is only used to build and to test', () => {
    const tools = ['vite', 'vitest', 'typescript', '@biomejs/biome', 'playwright-core', '@electron/get'];
    expect(tools.filter((name) => namesOf(listed).has(name))).toEqual([]);
  });
});
