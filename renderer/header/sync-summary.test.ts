import { expect, test } from 'vitest';
import { percentReceived, summariseSync } from './sync-summary.ts';

const status = {
  ...{ pending: 0, drafts: 0, incoming: 0, isSetAside: false },
  ...{ lastGoodAt: null, problem: null, params: {}, receiving: null },
} as const;

test('being without a network is said calmly, with what waits to be sent', () => {
  expect(summariseSync({ ...status, state: 'offline' })).toMatchObject({ key: 'window.sync.offline', tone: 'waiting' });
  expect(summariseSync({ ...status, state: 'offline', pending: 2 }).key).toBe('window.sync.offlinePending');
});

test('"all sent" is never said while something waits', () => {
  expect(summariseSync({ ...status, state: 'idle', pending: 1 }).key).toBe('window.sync.pending');
  const idle = { ...status, state: 'idle' } as const;
  expect(summariseSync({ ...idle, drafts: 1 }).key).toBe('window.sync.drafts');
  expect(summariseSync({ ...idle, incoming: 1 }).key).toBe('window.sync.incoming');
  expect(summariseSync({ ...idle, isSetAside: true }).key).toBe('window.sync.setAside');
  expect(summariseSync(idle)).toMatchObject({ key: 'window.sync.done', tone: 'calm' });
});

test('an ended sign-in and a failure want attention', () => {
  expect(summariseSync({ ...status, state: 'signed_out' }).tone).toBe('trouble');
  expect(summariseSync({ ...status, state: 'failed' }).tone).toBe('trouble');
});

test('a new computer says how far it has come, and never that all is there before it is', () => {
  const receiving = { doneBytes: 999, totalBytes: 1_000, secondsLeft: null };
  expect(summariseSync({ ...status, state: 'syncing', receiving }).key).toBe('receiving.line');
  expect(percentReceived({ receiving })).toBe(99);
  expect(summariseSync({ ...status, state: 'offline', receiving }).key).toBe('window.sync.offline');
});
