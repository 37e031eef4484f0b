import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MessageChannel, type MessagePort } from 'node:worker_threads';

/** Electron's `MessageChannelMain`, over Node's own ports. */
export class FakeMessageChannel extends MessageChannel {}

interface FromProgram {
  readonly port?: number;
  readonly data: unknown;
}

/**
 * Electron's utility process: a real process that runs the real program, with the ports handed to it carried over its IPC
 * line. They close when it dies, as they do in Electron.
 */
export class FakeUtility extends EventEmitter implements Pick<Electron.UtilityProcess, 'kill' | 'postMessage'> {
  readonly child: ChildProcess;
  readonly #ports = new Map<number, MessagePort>();

  constructor(program: string, args: readonly string[] = [], options: Electron.ForkOptions = {}) {
    super();
    this.child = fork(join(import.meta.dirname, 'utility-program.mjs'), [...args], {
      execArgv: options.execArgv ?? [],
      env: { ...process.env, UTILITY_PROGRAM: pathToFileURL(program).href },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.child.on('error', () => {});
    this.child.on('message', ({ port, data }: FromProgram) => {
      if (port === undefined) this.emit('message', data);
      else this.#ports.get(port)?.postMessage(data);
    });
    this.child.on('close', (code) => {
      for (const port of this.#ports.values()) port.close();
      this.emit('exit', code);
    });
  }

  postMessage(data: unknown, transfer: readonly unknown[] = []): void {
    const transferred = (transfer as MessagePort[]).map((port) => {
      const id = this.#ports.size + 1;
      this.#ports.set(id, port);
      port.on('message', (message) => this.#send({ port: id, data: message }));
      return id;
    });
    this.#send({ data, transferred });
  }

  kill(): boolean {
    return this.child.kill('SIGKILL');
  }

  #send(message: object): void {
    if (this.child.connected) this.child.send(message, () => {});
  }
}
