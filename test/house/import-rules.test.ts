import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importViolations } from '../../build/checks/imports.ts';

/** A small house that keeps every rule. */
const HOUSE = {
  'package.json': '{ "type": "module", "dependencies": {} }',
  'shared/content/index.ts': "export { a } from './a.ts';",
  'shared/content/a.ts': 'export const a = 1;',
  'main/backend/index.ts': "export { open } from './posts/index.ts';",
  'main/backend/host-protocol.ts': 'export interface Settings { home: string }',
  'main/backend/posts/index.ts': "export { open } from './open.ts';",
  'main/backend/posts/open.ts': "import { a } from '../../../shared/content/index.ts';\nexport const open = a;",
  'main/backend/store/index.ts': 'export const store = 1;',
  'main/backend/store/rows.ts': 'export const rows = 1;',
  'main/browser/index.ts':
    "import type { Settings } from '../backend/host-protocol.ts';\nexport const s: Settings = { home: '' };",
  'main/electron/index.ts': 'export const electron = 1;',
  'renderer/app/index.ts': "import { a } from '../../shared/content/index.ts';\nexport const app = a;",
  'portal/store/index.ts': 'export const store = 1;',
  'portal/store/rows.ts': 'export const rows = 1;',
  'portal/api/index.ts': "import { store } from '../store/index.ts';\nexport const api = store;",
};

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'import-rules-'));
  for (const [file, text] of Object.entries(HOUSE)) write(file, text);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

describe('the import rules', () => {
  it('find nothing in a house that keeps them', async () => {
    expect(await importViolations(root)).toEqual([]);
  });

  it.each([
    [
      'shared-is-pure',
      'shared/content/a.ts',
      "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;",
    ],
    ['shared-has-no-host', 'shared/content/a.ts', "export { api as a } from '../../portal/api/index.ts';"],
    ['renderer-only-shared', 'renderer/app/index.ts', "export * from '../../main/backend/index.ts';"],
    ['renderer-has-no-node', 'renderer/app/index.ts', "export { join } from 'node:path';"],
    ['main-only-shared', 'main/backend/posts/open.ts', "export { api as open } from '../../../portal/api/index.ts';"],
    ['portal-only-shared', 'portal/api/index.ts', "export { app } from '../../renderer/app/index.ts';"],
    [
      'backend-has-no-host',
      'main/backend/posts/open.ts',
      "export { electron as open } from '../../electron/index.ts';",
    ],
    ['hosts-know-the-protocol-only', 'main/browser/index.ts', "export * from '../backend/index.ts';"],
    ['through-the-door', 'portal/api/index.ts', "export { rows } from '../store/rows.ts';"],
    ['through-the-door', 'main/backend/posts/open.ts', "export { rows as open } from '../store/rows.ts';"],
    ['through-the-door', 'renderer/app/index.ts', "export { a } from '../../shared/content/a.ts';"],
    [
      'through-the-door',
      'renderer/app/index.ts',
      "import type { a } from '../../shared/content/a.ts';\nexport type A = typeof a;",
    ],
    ['through-the-door-from-above', 'main/backend/index.ts', "export { rows } from './store/rows.ts';"],
    ['no-cycles', 'main/backend/store/rows.ts', "export { store as rows } from './index.ts';"],
    ['resolvable', 'renderer/app/index.ts', "export { gone } from './gone.ts';"],
  ])('catch %s in %s', async (rule, file, text) => {
    write(file, text);
    if (rule === 'no-cycles') write('main/backend/store/index.ts', "export { rows as store } from './rows.ts';");
    // A cycle is reported once, from either end.
    const found = await importViolations(root);
    expect(found.filter((each) => each.from === file || each.to === file).map((each) => each.rule)).toContain(rule);
  });

  it('let a test look inside a room', async () => {
    write('portal/api/a.test.ts', "import { rows } from '../store/rows.ts';\nexport const a = rows;");
    expect(await importViolations(root)).toEqual([]);
  });
});
