import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Message } from '../../shared/contract/index.ts';
import type { ToBackend } from '../backend/host-protocol.ts';
import { refusal } from '../shell/index.ts';
import type { Gate } from './gate.ts';

/** A picture in base64 is the largest message; more is cut off. */
const MAX_MESSAGE_BYTES = 64 * 1024 * 1024;

/** The windows' WebSockets at `/channel`. */
export interface Channel {
  /** How many windows are connected. */
  readonly windows: number;
  reply(connection: number, message: Message): void;
  broadcast(message: Message): void;
  /** The backend died: what it was asked will not be answered. */
  failOpen(): void;
  close(): void;
}

export interface ChannelOptions {
  readonly gate: Gate;
  /** Hands a message on; `false` when no backend can take it now. */
  readonly send: (message: ToBackend) => boolean;
  /** What a window that just connected is told. */
  readonly greeting: () => Message | null;
  /** A window connected or went. */
  readonly onWindows: () => void;
}

interface Line {
  readonly socket: WebSocket;
  /** Ids of the requests that the backend has not answered. */
  readonly open: Set<number>;
}

/** Relays between the windows of `server` and the backend. Each socket is a connection with a number of its own. */
export function openChannel(server: Server, options: ChannelOptions): Channel {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES, perMessageDeflate: false });
  const lines = new Map<number, Line>();
  let nextConnection = 1;

  server.on('upgrade', (request, socket, head) => {
    const status = request.url === '/channel' ? options.gate.refusesUpgrade(request) : 400;
    if (status !== null) {
      socket.on('error', () => {});
      socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (accepted) => accept(accepted));
  });

  const accept = (socket: WebSocket): void => {
    const connection = nextConnection++;
    const line: Line = { socket, open: new Set() };
    lines.set(connection, line);
    const greeting = options.greeting();
    if (greeting !== null) socket.send(JSON.stringify(greeting));
    socket.on('message', (data, isBinary) => {
      const message = isBinary ? undefined : parse(data.toString());
      if (message === undefined) return socket.close(1003);
      const unanswered = refusal(message);
      if (options.send({ kind: 'request', connection, message })) {
        if (unanswered !== null && 'id' in unanswered) line.open.add(unanswered.id);
      } else if (unanswered !== null) socket.send(JSON.stringify(unanswered));
    });
    // `ws` closes the socket after an error, a message beyond the limit among them.
    socket.on('error', () => {});
    socket.on('close', () => {
      lines.delete(connection);
      options.onWindows();
    });
    options.onWindows();
  };

  return {
    get windows() {
      return lines.size;
    },
    reply: (connection, message) => {
      const line = lines.get(connection);
      if (line === undefined) return;
      if ('id' in message) line.open.delete(message.id);
      line.socket.send(JSON.stringify(message));
    },
    broadcast: (message) => {
      const text = JSON.stringify(message);
      for (const { socket } of lines.values()) socket.send(text);
    },
    failOpen: () => {
      for (const { socket, open } of lines.values()) {
        for (const id of open) socket.send(JSON.stringify(refusal({ id })));
        open.clear();
      }
    },
    close: () => {
      for (const { socket } of lines.values()) socket.terminate();
      sockets.close();
    },
  };
}

/** The JSON value, or `undefined` for text that is none. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
