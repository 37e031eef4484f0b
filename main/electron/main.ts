import { homedir } from 'node:os';
import { join } from 'node:path';
import * as electron from 'electron';
import Store from 'electron-store';
import { startShell } from './shell.ts';

startShell(electron, {
  argv: process.argv,
  env: process.env,
  platform: process.platform,
  personHome: homedir(),
  dist: join(import.meta.dirname, '..'),
  openPreferences: (folder) => new Store({ cwd: folder, name: 'window', clearInvalidConfig: true }),
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => electron.app.quit());
