import { describe, expect, it, vi } from 'vitest';
import type { FromBackend, ToBackend } from '../backend/host-protocol.ts';
import { type BackendState, refusal, type SupervisorOptions, superviseBackend } from './supervisor.ts';

/** A backend whose life the test decides, run by run. */
function scripted(options: Partial<SupervisorOptions> = {}) {
  const runs: { sent: ToBackend[]; say: (message: FromBackend) => void; die: () => void; wasKilled: boolean }[] = [];
  const states: BackendState[] = [];
  const refused: string[] = [];
  const supervisor = superviseBackend({
    start: () => {
      let say: (message: FromBackend) => void = () => {};
      let die = (): void => {};
      const run = { sent: [] as ToBackend[], say: (m: FromBackend) => say(m), die: () => die(), wasKilled: false };
      runs.push(run);
      return {
        send: (message) => run.sent.push(message),
        onMessage: (listener) => {
          say = listener;
        },
        onExit: (listener) => {
          die = listener;
        },
        kill: () => {
          run.wasKilled = true;
          die();
        },
      };
    },
    onMessage: () => {},
    onState: (state) => states.push(state),
    onRefused: ({ code }) => refused.push(code),
    backOff: [0, 1, 1],
    goodRunMs: 60_000,
    slowRetryMs: 5,
    ...options,
  });
  const last = () => {
    const run = runs.at(-1);
    if (run === undefined) throw new Error('no run');
    return run;
  };
  const nextRun = async () => {
    const count = runs.length;
    last().die();
    await vi.waitFor(() => expect(runs.length).toBe(count + 1), { interval: 1 });
    return last();
  };
  return { supervisor, runs, states, refused, last, nextRun };
}

const ASK: ToBackend = { kind: 'request', connection: 1, message: { id: 1, name: 'app.state', input: null } };

describe('the supervisor', () => {
  it('keeps what is asked before the first backend is ready', () => {
    const { supervisor, last } = scripted();
    expect(supervisor.send(ASK)).toBe(true);
    expect(last().sent).toEqual([]);
    last().say({ kind: 'ready' });
    expect(last().sent).toEqual([ASK]);
  });

  it('asks nothing again that failed with a first backend which died before it was ready, and opens a file all the same', async () => {
    const { supervisor, nextRun } = scripted();
    const file: ToBackend = { kind: 'file', path: '/tmp/bai.banthao' };
    for (const message of [ASK, file]) supervisor.send(message);
    const second = await nextRun();
    second.say({ kind: 'ready' });
    expect(second.sent).toEqual([file]);
  });

  it('takes nothing while a dead backend is being replaced', async () => {
    const { supervisor, last, nextRun } = scripted();
    last().say({ kind: 'ready' });
    const second = await nextRun();
    expect(supervisor.send(ASK)).toBe(false);
    second.say({ kind: 'ready' });
    expect(supervisor.send(ASK)).toBe(true);
  });

  it('gives up loudly after quick deaths in a row, but goes on trying, for the window still holds text', async () => {
    const { states, last, nextRun } = scripted();
    last().say({ kind: 'ready' });
    for (let death = 0; death < 4; death++) await nextRun();
    expect(states).toEqual(['up', 'restarting', 'failed']);
    last().say({ kind: 'ready' });
    expect(states).toEqual(['up', 'restarting', 'failed', 'up']);
  });

  it('forgives a death after a good run', async () => {
    const { states, last, nextRun } = scripted({ goodRunMs: 0 });
    last().say({ kind: 'ready' });
    for (let death = 0; death < 6; death++) (await nextRun()).say({ kind: 'ready' });
    expect(states).not.toContain('failed');
  });

  it('does not try again when the very first run says why it cannot begin', async () => {
    const { refused, runs, last } = scripted();
    last().say({ kind: 'failed', code: 'database_newer', params: {} });
    last().die();
    await new Promise((resolve) => setImmediate(resolve));
    expect(refused).toEqual(['database_newer']);
    expect(runs.length).toBe(1);
  });

  it('tries again when a later run cannot begin: a disk may be full for a while', async () => {
    const { refused, last, nextRun } = scripted();
    last().say({ kind: 'ready' });
    (await nextRun()).say({ kind: 'failed', code: 'disk_full', params: {} });
    await nextRun();
    expect(refused).toEqual([]);
  });

  it('ends a backend by force that does not close in time', async () => {
    const { supervisor, last } = scripted();
    last().say({ kind: 'ready' });
    await supervisor.stop(5);
    expect(last().sent).toEqual([{ kind: 'close' }]);
    expect(last().wasKilled).toBe(true);
  });
});

describe('a request that nobody can take', () => {
  it('is answered with backend_down, and what is no request with nothing', () => {
    expect(refusal({ id: 5, name: 'x', input: null })).toEqual({ id: 5, ok: false, code: 'backend_down', params: {} });
    for (const other of [null, 'x', { event: 'x' }, { id: 'x' }]) expect(refusal(other)).toBeNull();
  });
});
