import type { ConnectionEnd } from './connection.ts';

/** The word with which Electron's preload hands over the port. */
export const PORT_MESSAGE = 'banthao-port';

/**
 * Takes the MessagePort that Electron's preload posts to its own window, and each later one: a restarted backend comes
 * with a new port. Returns the function that ends it.
 */
export function keepPort(end: ConnectionEnd, target: Window): () => void {
  let current: MessagePort | null = null;

  const take = (event: MessageEvent): void => {
    const port = event.ports[0];
    if (event.source !== target || event.data !== PORT_MESSAGE || port === undefined) return;
    if (current !== null) end.down();
    current?.close();
    current = port;
    port.onmessage = ({ data }) => end.receive(data);
    port.addEventListener('close', () => {
      if (current !== port) return;
      current = null;
      end.down();
    });
    end.up({ send: (message) => port.postMessage(message) });
  };
  target.addEventListener('message', take);
  return () => {
    target.removeEventListener('message', take);
    current?.close();
  };
}
