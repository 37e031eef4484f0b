import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { build } from 'vite';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { collectLicences, type Licence } from './licences.ts';
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
  it('names every package that the manifest says the program needs', () => {
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect(Object.keys(dependencies).filter((name) => !namesOf(listed).has(name))).toEqual([]);
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

describe('gathering licences', () => {
  it('follows a bundle into what its packages bundle, and passes over what nothing is left of', async () => {
    const root = mkdtempSync(join(tmpdir(), 'licences-'));
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    const write = (file: string, text: string): void => {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    };
    const packageAt = (folder: string, name: string, code: string, licence: string): void => {
      write(`${folder}/package.json`, JSON.stringify({ name, version: '1.0.0', license: 'MIT', sideEffects: false }));
      write(`${folder}/index.js`, code);
      write(`${folder}/README.md`, `# ${name}\n\n## License\n\n${licence}\n\n## More\n\nwords`);
    };
    packageAt('node_modules/@a/direct', '@a/direct', "export { deep as a } from 'deep';", 'free as air');
    packageAt('node_modules/deep', 'deep', "export const deep = () => console.log('deep');", 'free as water');
    packageAt('node_modules/unused', 'unused', 'export const unused = 1;', 'not for us');
    write('main.js', "import { a } from '@a/direct';\nimport { unused } from 'unused';\na();");
    const licences = collectLicences(root);
    await build({
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [licences.plugin()],
      build: { write: false, rolldownOptions: { input: join(root, 'main.js') } },
    });
    expect(licences.list()).toEqual([{ name: 'deep', version: '1.0.0', licence: 'MIT', text: 'free as water' }]);
    licences.addWhole('@a/direct');
    expect(licences.list().map(({ name }) => name)).toEqual(['@a/direct', 'deep']);
  });
});
