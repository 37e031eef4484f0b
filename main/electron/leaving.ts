import type { App, BrowserWindow } from 'electron';
import type { Supervisor } from '../shell/index.ts';

export interface LeavingOptions {
  readonly window: Pick<BrowserWindow, 'on' | 'destroy' | 'isDestroyed' | 'webContents'>;
  /** Tries again to close: the window, or the whole program if that was asked. */
  readonly retry: () => void;
  /** Asks the person, after the window could not save in time, whether to close all the same. */
  readonly ask: () => Promise<boolean>;
  /** The person stays. */
  readonly onStay: () => void;
  /** How long the window may take to make its words durable, in ms. */
  readonly limitMs: number;
  readonly retryMs?: number;
}

/**
 * Lets the window go when its words are durable. A page whose words are not refuses to be unloaded, as it does in a
 * browser; here that is its answer to "may I close?", and is asked again until it agrees. When the time is up, or the
 * page does not answer at all, only the person may decide to lose words.
 */
export function letWindowLeave(options: LeavingOptions): void {
  const { window, retry, ask, onStay, limitMs, retryMs = 100 } = options;
  let leavingSince: number | null = null;
  let isAsking = false;

  const askPerson = async (): Promise<void> => {
    if (isAsking) return;
    isAsking = true;
    const mayLose = await ask();
    isAsking = false;
    leavingSince = null;
    if (window.isDestroyed()) return;
    if (mayLose) window.destroy();
    else onStay();
  };

  window.on('close', () => {
    leavingSince ??= performance.now();
  });
  window.webContents.on('will-prevent-unload', () => {
    // Without `close` it was a reload, which the page may refuse.
    if (leavingSince === null || isAsking) return;
    if (performance.now() - leavingSince >= limitMs) void askPerson();
    else
      setTimeout(() => {
        if (!window.isDestroyed()) retry();
      }, retryMs);
  });
  // Electron says so when the page did not answer a close for some seconds.
  window.on('unresponsive', () => {
    if (leavingSince !== null) void askPerson();
  });
}

export interface ProgramLeaving {
  /** Whether the whole program is on its way out, not the window alone. */
  isAsked(): boolean;
  /** The person stays after all. */
  forget(): void;
}

/** Ends the backend after the last window, whose words are with it by then; the program ends when it is gone. */
export function letProgramLeave(app: App, backend: Pick<Supervisor, 'stop'>, limitMs: number): ProgramLeaving {
  let isAsked = false;
  let isLeaving = false;
  let isGone = false;
  app.on('before-quit', () => {
    isAsked = true;
  });
  app.on('will-quit', (event) => {
    if (isGone) return;
    event.preventDefault();
    if (isLeaving) return;
    isLeaving = true;
    void backend.stop(limitMs).then(() => {
      isGone = true;
      app.quit();
    });
  });
  return {
    isAsked: () => isAsked,
    forget: () => {
      isAsked = false;
    },
  };
}
