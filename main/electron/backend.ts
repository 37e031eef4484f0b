import { utilityProcess } from 'electron';
import type { BackendSettings, FromBackend } from '../backend/host-protocol.ts';
import type { BackendProcess } from '../shell/index.ts';

/** A run of the backend that also takes a window's port, whose messages then skip this process. */
export interface ElectronBackend extends BackendProcess {
  takePort(port: Electron.MessagePortMain): void;
}

/** Starts the backend's program in a utility process: SQLite is never on the UI's or Electron's main thread. */
export function startUtility(program: string, settings: BackendSettings): ElectronBackend {
  const child = utilityProcess.fork(program, [JSON.stringify(settings)], { serviceName: 'ban-thao-backend' });
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', (message: FromBackend) => listener(message)),
    onExit: (listener) => child.once('exit', listener),
    kill: () => child.kill(),
    takePort: (port) => child.postMessage({ kind: 'port' }, [port]),
  };
}
