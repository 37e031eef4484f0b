import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { init } from './cli-init.ts';
import { CONFIG_FILE, readConfig, writeConfig } from './config.ts';
import { readIdentity } from './portal.ts';
import { openStore } from './store/index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portal-config-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('asks for unit, domain and first administrator, again where an answer cannot be used, and writes one file', async () => {
  const answers = [
    '',
    'Trường THCS Sông Trà',
    '3',
    '1',
    'không phải tên miền',
    'songtra.example',
    'Hoài An',
    'hoài an',
    'hoaian',
  ];
  const [asked, printed]: [string[], string[]] = [[], []];
  await init(
    ['--folder', folder],
    { folder, database: null },
    (line) => void printed.push(line),
    async (question) => {
      asked.push(question);
      return answers.shift() ?? '';
    },
  );
  expect(answers).toEqual([]);
  expect(new Set(asked).size).toBe(5);
  expect(printed.at(-1)).toMatch(/^hoaian\t(\w{4}-){3}\w{4}$/);
  const store = await openStore(folder);
  const { unit, origin } = await readIdentity(store, folder);
  const roles = await store.selectFrom('membership').select('roles').execute();
  await store.destroy();
  expect([unit.name, unit.level, origin]).toEqual(['Trường THCS Sông Trà', 'school', 'https://songtra.example']);
  expect(roles).toEqual([{ roles: '["author","head","administrator"]' }]);
  expect(readConfig(folder)).toEqual({ host: '127.0.0.1', port: '8480', database: null });
});

it('keeps a file to its owner, and never writes over one', () => {
  writeConfig(folder, { database: 'postgres://a:b@c/d' });
  expect(readConfig(folder).database).toBe('postgres://a:b@c/d');
  expect(statSync(join(folder, CONFIG_FILE)).mode & 0o077).toBe(0);
  writeFileSync(join(folder, CONFIG_FILE), '# của tôi\nPORT=9000\n');
  writeConfig(folder, { database: null });
  expect(readConfig(folder)).toEqual({ host: '127.0.0.1', port: '9000', database: null });
});
