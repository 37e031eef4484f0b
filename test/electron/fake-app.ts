import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { preventable } from './fake-window.ts';

type AppMembers = Pick<
  Electron.App,
  | 'enableSandbox'
  | 'exit'
  | 'getPath'
  | 'isPackaged'
  | 'quit'
  | 'requestSingleInstanceLock'
  | 'setAppUserModelId'
  | 'setPath'
  | 'whenReady'
>;

/** Electron's `app`: gets ready when the test says so, and quits the way Electron's documentation lays down. */
export class FakeApp extends EventEmitter implements AppMembers {
  readonly isPackaged = true;
  readonly paths: Record<string, string>;
  isSandboxed = false;
  isFirst = true;
  /** Closes the windows that are open; whether all of them went. */
  closeWindows: () => boolean = () => true;
  isQuitting = false;
  readonly ended: Promise<number>;
  #end: (code: number) => void = () => {};
  readonly #ready: Promise<void>;
  /** The program's first module has run to its end. */
  becomeReady: () => void = () => {};

  constructor(folder: string) {
    super();
    this.paths = { downloads: join(folder, 'downloads') };
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
    this.#ready = new Promise((resolve) => {
      this.becomeReady = resolve;
    });
  }

  whenReady(): Promise<void> {
    return this.#ready;
  }
  enableSandbox(): void {
    this.isSandboxed = true;
  }
  setAppUserModelId(): void {}
  getPath(name: string): string {
    const path = this.paths[name];
    if (path === undefined) throw new Error(`no path ${name}`);
    return path;
  }
  setPath(name: string, path: string): void {
    if (!existsSync(path)) throw new Error(`${path} does not exist`);
    this.paths[name] = path;
  }
  requestSingleInstanceLock(): boolean {
    return this.isFirst;
  }
  exit(code = 0): void {
    this.#end(code);
  }
  /** `window-all-closed` does not come on this way. */
  quit(): void {
    const before = preventable();
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    this.isQuitting = true;
    const areGone = this.closeWindows();
    this.isQuitting = false;
    if (!areGone) return;
    const will = preventable();
    this.emit('will-quit', will);
    if (!will.defaultPrevented) this.#end(0);
  }
}
