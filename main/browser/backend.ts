import { fork } from 'node:child_process';
import type { BackendSettings, FromBackend } from '../backend/host-protocol.ts';
import { type BackendProcess, QUIET_NODE } from '../shell/index.ts';

/** Starts the backend's program as a Node process of its own, with an IPC line that ends when either side does. */
export function forkBackend(program: string, settings: BackendSettings): BackendProcess {
  const child = fork(program, [JSON.stringify(settings)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [...QUIET_NODE],
  });
  // A failed start and a failed send both end in `exit` or have done so.
  child.on('error', () => {});
  return {
    send: (message) => {
      if (child.connected) child.send(message, () => {});
    },
    onMessage: (listener) => child.on('message', (message) => listener(message as FromBackend)),
    onExit: (listener) => child.once('close', listener),
    kill: () => child.kill('SIGKILL'),
  };
}
