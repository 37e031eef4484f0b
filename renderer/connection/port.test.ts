import { expect, test, vi } from 'vitest';
import { createConnection } from './connection.ts';
import { keepPort, PORT_MESSAGE } from './port.ts';

/** A window as far as a port is handed over in it. */
function fakeWindow() {
  const target = new EventTarget() as unknown as Window;
  const hand = (data: string, source: unknown = target) => {
    const { port1, port2 } = new MessageChannel();
    const event = new Event('message');
    target.dispatchEvent(Object.assign(event, { data, source, ports: [port1] }));
    return port2;
  };
  return { target, hand };
}

function answerOn(port: MessagePort, pending: number): void {
  port.onmessage = ({ data }) =>
    port.postMessage({ id: data.id, ok: true, output: { state: 'idle', pending, lastGoodAt: null, problem: null } });
}

test('the port that Electron hands over carries calls, and a later one takes its place', async () => {
  const { target, hand } = fakeWindow();
  const { connection, end } = createConnection();
  const stop = keepPort(end, target);
  const early = connection.client.call('sync.status', null);
  answerOn(hand(PORT_MESSAGE), 1);
  expect(await early).toMatchObject({ pending: 1 });

  answerOn(hand(PORT_MESSAGE), 2);
  expect(await connection.client.call('sync.status', null)).toMatchObject({ pending: 2 });
  stop();
});

test('a port that goes away with its backend takes the line down', async () => {
  const { target, hand } = fakeWindow();
  const { connection, end } = createConnection();
  const stop = keepPort(end, target);
  const port = hand(PORT_MESSAGE);
  expect(connection.state()).toBe('up');
  port.close();
  await vi.waitFor(() => expect(connection.state()).toBe('down'));
  stop();
});

test('a port from another frame, or with another word, is not taken', () => {
  const { target, hand } = fakeWindow();
  const { connection, end } = createConnection();
  const stop = keepPort(end, target);
  hand(PORT_MESSAGE, new EventTarget()).close();
  hand('other').close();
  expect(connection.state()).toBe('opening');
  stop();
});
