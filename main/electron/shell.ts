import { join } from 'node:path';
import { dataFolder, prepareDataFolder, ShellProblem, witnessFolder } from '../shell/index.ts';
import type { Electron } from './electron.ts';
import { refuse } from './messages.ts';
import { SCHEME } from './rules.ts';
import { run } from './run.ts';
import type { Surroundings } from './surroundings.ts';

/** Windows groups the taskbar by it; the installer gives the same to its shortcuts. */
const APP_ID = 'vn.banthao.app';

/**
 * Starts the Electron shell. It returns before Electron is ready: Electron gets ready only after the program's first
 * module has run to its end, so that module must not wait for it.
 */
export function startShell(electron: Electron, around: Surroundings): void {
  const { app, protocol } = electron;
  // Must come before `ready`: gives the scheme an origin of its own, storage and streaming.
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
  app.enableSandbox();
  if (around.platform === 'win32') app.setAppUserModelId(APP_ID);

  const place = { platform: around.platform, env: around.env, home: around.personHome };
  const [home, witness] = [dataFolder(place), witnessFolder(place)];
  const own = join(home, 'electron');
  try {
    prepareDataFolder(home);
    prepareDataFolder(own);
  } catch (error) {
    if (!(error instanceof ShellProblem)) throw error;
    refuse(electron, error);
    return;
  }
  app.setPath('userData', own);
  // The lock lies in the folder just named, so two data folders may be open side by side.
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }

  // macOS names a file before the program is ready.
  const early: string[] = [];
  const keepEarly = (event: { preventDefault(): void }, file: string): void => {
    event.preventDefault();
    early.push(file);
  };
  app.on('open-file', keepEarly);
  void app.whenReady().then(() => {
    app.off('open-file', keepEarly);
    run(electron, around, { home, witness, own, early });
  });
}
