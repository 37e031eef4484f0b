import { AppError, type Message } from '../../shared/contract/index.ts';
import { type Backend, openBackend } from './backend.ts';
import type { BackendSettings, FromBackend, ToBackend } from './host-protocol.ts';
import { bugFacts } from './report/index.ts';

/** The part of a MessagePort that both Electron's and Node's have. */
interface Port {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown;
  start(): void;
}
/** Electron's `process.parentPort`, present in a utilityProcess only. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown; ports: Port[] }) => void): unknown;
}

/** The backend's own process: reads its settings, opens the backend, and talks to its shell until that goes away. */
async function main(): Promise<void> {
  const parentPort = (process as { parentPort?: ParentPort }).parentPort;
  const windows = new Set<Port>();
  const send = (message: FromBackend): void => {
    if (parentPort !== undefined) parentPort.postMessage(message);
    else if (process.connected) process.send?.(message);
  };
  const notice = (message: Message): void => {
    send({ kind: 'notice', message });
    for (const port of windows) port.postMessage(message);
  };
  const settings = JSON.parse(process.argv[2] ?? '') as BackendSettings;
  let backend: Backend;
  try {
    backend = await openBackend(settings, {
      now: () => new Date(),
      random: Math.random,
      onNotice: notice,
      onBug: printBug,
      // The shell starts the backend again, and opening rebuilds what is damaged. The reply goes out first.
      onDamage: () => setImmediate(() => process.exit(1)),
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    send({ kind: 'failed', code: error.code, params: error.params });
    process.exitCode = 1;
    if (process.connected) process.disconnect();
    return;
  }

  process.on('uncaughtException', (error) => {
    printBug(error, 'uncaught');
    void backend.crashed(error).finally(() => process.exit(1));
  });
  const close = async (): Promise<void> => {
    await backend.close();
    process.exit(0);
  };
  const adopt = (port: Port): void => {
    windows.add(port);
    port.on('message', async ({ data }) => {
      const reply = await backend.handle(data);
      if (reply !== null) port.postMessage(reply);
    });
    port.start();
  };
  const receive = async (message: ToBackend, ports: readonly Port[]): Promise<void> => {
    switch (message.kind) {
      case 'request': {
        const reply = await backend.handle(message.message);
        if (reply !== null) send({ kind: 'reply', connection: message.connection, message: reply });
        return;
      }
      case 'media':
        send({ kind: 'media', id: message.id, path: await backend.mediaPath(message.name) });
        return;
      case 'file':
        await backend.openFile(message.path);
        return;
      case 'port':
        for (const port of ports) adopt(port);
        return;
      case 'close':
        await close();
    }
  };
  if (parentPort !== undefined) parentPort.on('message', ({ data, ports }) => void receive(data as ToBackend, ports));
  process.on('message', (message) => void receive(message as ToBackend, []));
  // Ctrl+C reaches the whole group; the shell decides when the backend ends.
  process.on('SIGINT', () => undefined);
  // A shell that dies takes its backend along: nothing is lost, since every answer was on disk before it was given.
  process.on('disconnect', () => void close());
  send({ kind: 'ready' });
}

/** Bugs are in the local log; the shell's terminal gets the same: where and what, never content. */
function printBug(error: unknown, place: string): void {
  console.error(`[backend] ${place}:`, JSON.stringify(bugFacts(error)));
}

await main();
