import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as electron from 'electron';
import Store from 'electron-store';
import { startShell } from './shell.ts';

const DIST = join(import.meta.dirname, '..');

startShell(electron, {
  argv: process.argv,
  env: process.env,
  platform: process.platform,
  personHome: homedir(),
  dist: DIST,
  version: (JSON.parse(readFileSync(join(DIST, '..', 'package.json'), 'utf8')) as { version: string }).version,
  openPreferences: (folder) => new Store({ cwd: folder, name: 'window', clearInvalidConfig: true }),
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => electron.app.quit());
