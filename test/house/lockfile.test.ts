import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>;
}

/**
 * `npm install` against a registry that lacks a platform's package drops its line, and newer versions of npm then refuse
 * `npm ci` everywhere. Put the line back with version, os and cpu; npm needs no hash to accept it.
 */
it('the lockfile names the native packages of every platform', () => {
  const file = resolve(import.meta.dirname, '../../package-lock.json');
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as Lockfile;
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isFound(packages, place, name)),
  );
  expect(missing).toEqual([]);
});

/** Looks for a package as Node does: from the innermost folder outwards. */
function isFound(packages: Lockfile['packages'], from: string, name: string): boolean {
  const parts = from.split('/node_modules/');
  return (
    parts.some((_, index) =>
      Object.hasOwn(packages, `${parts.slice(0, index + 1).join('/node_modules/')}/node_modules/${name}`),
    ) || Object.hasOwn(packages, `node_modules/${name}`)
  );
}
