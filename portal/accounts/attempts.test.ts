import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore, type Store } from '../store/index.ts';
import { newDatabase, type TestDatabase } from '../testing/index.ts';
import { type Attempts, createAttempts } from './attempts.ts';

let folder: string;
let database: TestDatabase;
let stores: readonly [Store, Store];
let clock: Date;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attempts-'));
  database = await newDatabase();
  stores = [await openStore(folder, database.address), await openStore(folder, database.address)];
  clock = new Date('2026-11-20T02:00:00.000Z');
});
afterEach(async () => {
  for (const store of stores) await store.destroy();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** The counting of one process; the second one has a connection of its own. */
const counting = (process: 0 | 1 = 0, pairs?: number): Attempts =>
  createAttempts({ store: stores[process], secret: 'ab', now: () => clock, ...(pairs !== undefined && { pairs }) });

async function tryTimes(attempts: Attempts, account: string, address: string, times: number): Promise<boolean[]> {
  const allowed: boolean[] = [];
  for (let count = 0; count < times; count += 1) allowed.push(await attempts.begin(account, address));
  return allowed;
}

it('counts tries at an account from one IPv6 network together, and nobody else’s with them', async () => {
  const attempts = counting();
  for (let host = 1; host <= 10; host += 1) expect(await attempts.begin('author', `2001:db8:1:2::${host}`)).toBe(true);
  expect(await attempts.begin('author', '2001:db8:1:2:a::b')).toBe(false);
  expect(await attempts.begin('author', '2001:db8:1:3::1')).toBe(true);
  expect(await attempts.begin('head', '2001:db8:1:2::1')).toBe(true);
  await attempts.succeeded('author', '2001:db8:1:2::77');
  expect(await attempts.begin('author', '2001:db8:1:2::1')).toBe(true);
});

it('counts one number in two processes, also of tries that come at once', async () => {
  const [here, there] = [counting(0), counting(1)];
  const tries = Array.from({ length: 24 }, (_, index) =>
    (index % 2 === 0 ? here : there).begin('author', '203.0.113.9'),
  );
  expect((await Promise.all(tries)).filter((isAllowed) => isAllowed)).toHaveLength(10);
  expect(await counting(1).begin('author', '203.0.113.9')).toBe(false);
  await there.succeeded('author', '203.0.113.9');
  expect(await here.begin('author', '203.0.113.9')).toBe(true);
});

it('forgets after a quarter of an hour from the first try, however many came after it', async () => {
  const attempts = counting();
  expect(await tryTimes(attempts, 'author', '203.0.113.9', 12)).toEqual([
    ...Array<boolean>(10).fill(true),
    false,
    false,
  ]);
  clock = new Date('2026-11-20T02:14:59.999Z');
  expect(await attempts.begin('author', '203.0.113.9')).toBe(false);
  clock = new Date('2026-11-20T02:15:00.000Z');
  expect(await tryTimes(attempts, 'author', '203.0.113.9', 11)).toEqual([...Array<boolean>(10).fill(true), false]);
});

it('keeps no more pairs than it may, the newest ones, and of none who it was', async () => {
  const attempts = counting(0, 3);
  for (const name of ['an', 'bình', 'chi', 'dung', 'én']) {
    clock = new Date(clock.getTime() + 1_000);
    await tryTimes(attempts, name, '203.0.113.9', 10);
  }
  const rows = await stores[0].selectFrom('attempt').selectAll().orderBy('since').execute();
  expect(rows.map(({ count }) => Number(count))).toEqual([10, 10, 10]);
  expect(JSON.stringify(rows)).not.toMatch(/dung|203\.0/);
  expect(await attempts.begin('én', '203.0.113.9')).toBe(false);
  expect(await attempts.begin('an', '203.0.113.9')).toBe(true);
  clock = new Date(clock.getTime() + 16 * 60_000);
  await attempts.begin('khác', '203.0.113.9');
  expect(await stores[0].selectFrom('attempt').select('count').execute()).toHaveLength(1);
});
