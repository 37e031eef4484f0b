import type { ConnectionEnd } from './connection.ts';

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 3_000;

/** What a keeper of WebSockets needs from outside. */
export interface SocketWorld {
  readonly open: () => WebSocket;
  /** Calls back after so many milliseconds; returns the function that cancels it. */
  readonly wait: (ms: number, then: () => void) => () => void;
}

/**
 * Keeps a WebSocket to the backend's host open: a cut line is opened again at once, then with waits that double up to
 * three seconds. Returns the function that ends it.
 */
export function keepSocket(end: ConnectionEnd, world: SocketWorld): () => void {
  let failures = 0;
  let socket: WebSocket | null = null;
  let cancel = (): void => {};
  let isEnded = false;

  const connect = (): void => {
    const current = world.open();
    socket = current;
    current.onopen = () => {
      failures = 0;
      end.up({ send: (message) => current.send(JSON.stringify(message)) });
    };
    current.onmessage = (event) => end.receive(parse(event.data));
    // A failed opening fires `close` too, so this is the one place that tries again.
    current.onclose = () => {
      if (isEnded) return;
      end.down();
      cancel = world.wait(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures), connect);
      failures += 1;
    };
  };
  connect();
  return () => {
    isEnded = true;
    cancel();
    socket?.close();
  };
}

function parse(data: unknown): unknown {
  if (typeof data !== 'string') return null;
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}
