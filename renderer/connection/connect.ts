import { type Connection, createConnection } from './connection.ts';
import { keepPort } from './port.ts';
import { keepSocket } from './socket.ts';

/** Connects this window to the backend, over what its host offers: a WebSocket in a browser, a port in Electron. */
export function connect(target: Window): Connection {
  const { connection, end } = createConnection();
  const { protocol, host } = target.location;
  if (protocol !== 'http:' && protocol !== 'https:') {
    keepPort(end, target);
    return connection;
  }
  const address = `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/channel`;
  keepSocket(end, {
    open: () => new WebSocket(address),
    wait: (ms, then) => {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
  });
  return connection;
}
