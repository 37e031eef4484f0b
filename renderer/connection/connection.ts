import { type Client, createClient, type Message } from '../../shared/contract/index.ts';

/** `opening`: the first line is not there yet. `down`: there was one, or the first try failed; another is tried. */
export type ConnectionState = 'opening' | 'up' | 'down';

/** A two-way line of JSON messages to the backend: a WebSocket or a MessagePort. */
export interface Line {
  readonly send: (message: Message) => void;
}

/** The window's one connection to the backend, which outlives each line. */
export interface Connection {
  readonly client: Client;
  readonly state: () => ConnectionState;
  /** Calls the listener after each change of state; returns the function that stops it. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** What keeps a connection alive tells it about its lines. */
export interface ConnectionEnd {
  readonly up: (line: Line) => void;
  /** The line was cut, or a try to open one failed: open and waiting calls fail with `backend_down`. */
  readonly down: () => void;
  readonly receive: (message: unknown) => void;
}

/**
 * Makes a connection without a line. Calls made while none is up wait for the try that is running and fail with it:
 * a caller that must not give up (the journal) tries again, and a screen says what happened.
 */
export function createConnection(): { connection: Connection; end: ConnectionEnd } {
  const listeners = new Set<() => void>();
  let state: ConnectionState = 'opening';
  let line: Line | null = null;
  let waiting: Message[] = [];

  const { client, receive, fail } = createClient((message) => {
    if (line === null) waiting.push(message);
    else line.send(message);
  });
  const change = (next: ConnectionState): void => {
    if (state === next) return;
    state = next;
    for (const listener of [...listeners]) listener();
  };

  const end: ConnectionEnd = {
    up: (next) => {
      line = next;
      const messages = waiting;
      waiting = [];
      for (const message of messages) next.send(message);
      const isBack = state === 'down';
      change('up');
      // To a window a line that is back and a backend that is back are one: who waited to try again does so now.
      if (isBack) receive({ event: 'backend.state', data: { state: 'up' } });
    },
    down: () => {
      line = null;
      waiting = [];
      change('down');
      fail('backend_down');
    },
    receive,
  };
  const connection: Connection = {
    client,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { connection, end };
}
