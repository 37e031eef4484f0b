import type { Message } from '../../shared/contract/index.ts';
import type { FromBackend, ToBackend } from '../backend/host-protocol.ts';

/** One run of the backend's process, whatever started it. */
export interface BackendProcess {
  send(message: ToBackend): void;
  onMessage(listener: (message: FromBackend) => void): void;
  onExit(listener: () => void): void;
  kill(): void;
}

export type BackendState = 'starting' | 'up' | 'restarting' | 'failed';

export interface SupervisorOptions {
  /** Starts one run; called again after an unexpected death. */
  readonly start: () => BackendProcess;
  readonly onMessage: (message: FromBackend) => void;
  readonly onState: (state: BackendState) => void;
  /** The very first run could not begin: the shell says why and ends. */
  readonly onRefused: (failure: Extract<FromBackend, { kind: 'failed' }>) => void;
  /** Waits before each restart, in ms; as many quick deaths in a row mean `failed`. */
  readonly backOff?: readonly number[];
  /** A run that lasted this long, in ms, was a good one. */
  readonly goodRunMs?: number;
  /** Wait between tries once `failed`: the cause may go away (a full disk), and the window still holds text. */
  readonly slowRetryMs?: number;
}

export interface Supervisor {
  readonly state: BackendState;
  /** Passes a message on. `false` when there is no backend to take it; before the first `ready` it waits. */
  send(message: ToBackend): boolean;
  /** Ends this run; a new one begins at once (after an edit, in development). */
  restart(): void;
  /** Asks the backend to close and ends it by force after `limitMs`. Resolves when it is gone. */
  stop(limitMs: number): Promise<void>;
}

const BACK_OFF_MS = [0, 250, 500, 1_000, 2_000];

/** Keeps one backend running: starts it at once, starts it anew when it dies, and tells of each change. */
export function superviseBackend(options: SupervisorOptions): Supervisor {
  const { backOff = BACK_OFF_MS, goodRunMs = 10_000, slowRetryMs = 15_000 } = options;
  const waiting: ToBackend[] = [];
  let state: BackendState = 'starting';
  let process: BackendProcess | null = null;
  let quickDeaths = 0;
  let isStopping = false;
  let retry: NodeJS.Timeout | undefined;
  let onGone = (): void => {};

  const enter = (next: BackendState): void => {
    if (state === next) return;
    state = next;
    options.onState(next);
  };

  const receive = (message: FromBackend): void => {
    if (message.kind === 'ready') {
      enter('up');
      for (const early of waiting.splice(0)) process?.send(early);
    } else if (message.kind === 'failed') {
      if (state !== 'starting') return;
      isStopping = true;
      options.onRefused(message);
    } else options.onMessage(message);
  };

  const run = (): void => {
    const startedAt = performance.now();
    const current = options.start();
    process = current;
    current.onMessage(receive);
    current.onExit(() => {
      process = null;
      if (isStopping) return onGone();
      // Whoever asked is told that it failed, and may have asked again: done later too, it would be done twice.
      waiting.splice(0, waiting.length, ...waiting.filter(({ kind }) => kind === 'file'));
      quickDeaths = performance.now() - startedAt >= goodRunMs ? 0 : quickDeaths + 1;
      const hasFailed = quickDeaths >= backOff.length;
      if (state !== 'failed') enter(hasFailed ? 'failed' : 'restarting');
      retry = setTimeout(run, hasFailed ? slowRetryMs : (backOff[quickDeaths] ?? 0));
    });
  };
  run();

  return {
    get state() {
      return state;
    },
    send: (message) => {
      if (state === 'up') process?.send(message);
      else if (state === 'starting') waiting.push(message);
      return state === 'up' || state === 'starting';
    },
    restart: () => process?.kill(),
    stop: (limitMs) =>
      new Promise((resolve) => {
        isStopping = true;
        clearTimeout(retry);
        if (process === null) return resolve();
        const timer = setTimeout(() => process?.kill(), limitMs);
        onGone = () => {
          clearTimeout(timer);
          resolve();
        };
        process.send({ kind: 'close' });
      }),
  };
}

/** What the window is told of a state; nothing while the first run begins. */
export function stateNotice(state: BackendState): Message | null {
  return state === 'starting' ? null : { event: 'backend.state', data: { state } };
}

/** The answer to a request that no backend can take now, or `null` for a message that is no request. */
export function refusal(message: unknown): Message | null {
  const id = typeof message === 'object' && message !== null && 'id' in message ? message.id : null;
  return typeof id === 'number' ? { id, ok: false, code: 'backend_down', params: {} } : null;
}
