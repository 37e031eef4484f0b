import type { MessagePortMain, UtilityProcess } from 'electron';
import type { BackendSettings, FromBackend } from '../backend/host-protocol.ts';
import { type BackendProcess, QUIET_NODE } from '../shell/index.ts';
import type { Electron } from './electron.ts';

/** A run of the backend that also takes a window's port, whose messages then skip this process. */
export interface ElectronBackend extends BackendProcess {
  takePort(port: MessagePortMain): void;
}

/** Starts the backend's program in a utility process: SQLite is never on the UI's or Electron's main thread. */
export function startUtility(
  { utilityProcess }: Pick<Electron, 'utilityProcess'>,
  program: string,
  settings: BackendSettings,
): ElectronBackend {
  const child: UtilityProcess = utilityProcess.fork(program, [JSON.stringify(settings)], {
    serviceName: 'ban-thao-backend',
    execArgv: [...QUIET_NODE],
  });
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', (message: FromBackend) => listener(message)),
    onExit: (listener) => child.once('exit', listener),
    kill: () => child.kill(),
    takePort: (port) => child.postMessage({ kind: 'port' }, [port]),
  };
}
