import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { API } from '../../shared/sync/index.ts';
import { handOver, makeRecovery } from '../keys/index.ts';
import { openStore, type Store } from '../store/index.ts';
import { type Board, type BoardMember, ReplyError, signInMember, startBoard } from '../testing/index.ts';
import { addUnit, moveUnit, type NewUnit, unitTree } from './index.ts';

let board: Board;
beforeEach(async () => {
  board = await startBoard({ origin: 'https://songtra.example' });
});
afterEach(() => board.close());

const inStore = async <Result>(work: (store: Store) => Promise<Result>): Promise<Result> => {
  const store = await openStore(board.folder, board.database);
  try {
    return await work(store);
  } finally {
    await store.destroy();
  }
};

const unitOf = (id: string, host: string, account: string): NewUnit => ({
  unit: { id, name: `Trường ${id}`, level: 'school' },
  ...{ kind: 'school', origin: `https://${host}`, parents: [], on: '2026-09-01' },
  contact: { address: '', phone: '', email: '', responsible: '' },
  member: { account, name: 'Đinh Văn Sen', title: 'Hiệu trưởng', roles: ['author', 'reviewer', 'head'] },
});

/**
 * Holds the rows of all units, starts the work, and lets go when each piece of it waits for one: from there on they run
 * side by side. Returns how each ended: `ok`, or the code of what was thrown.
 */
async function atOnce(work: readonly (() => Promise<unknown>)[]): Promise<string[]> {
  // Within one transaction PostgreSQL shows the same activity again and again: another connection looks on.
  const [holder, watcher] = [0, 1].map(() => new pg.Client({ connectionString: board.database ?? '' })) as [
    pg.Client,
    pg.Client,
  ];
  await Promise.all([holder.connect(), watcher.connect()]);
  try {
    await holder.query('begin');
    await holder.query('select id from unit for update');
    const running = work.map((one) =>
      one().then(
        () => 'ok',
        (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
      ),
    );
    let isOver = false;
    Promise.all(running).then(() => {
      isOver = true;
    });
    const waiting = `select count(*)::int as count from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    for (let count = 0; count < work.length && !isOver; )
      count = (await watcher.query<{ count: number }>(waiting)).rows[0]?.count ?? 0;
    await holder.query('commit');
    return (await Promise.all(running)).sort();
  } finally {
    await Promise.all([holder.end(), watcher.end()]);
  }
}

describe('names that are one for the whole portal, taken at the same moment', () => {
  it('gives an account to one of two units, and tells the other that it is taken', async () => {
    const made = await inStore((store) =>
      addUnit(store, unitOf('th-hoa-sen', 'hoasen.example', 'sen.head'), board.clock.time),
    );
    await board.restart();
    const ours = await board.signIn('head');
    const theirs = await signInMember(board.url, { ...made, newPassword: 'bốn con trâu qua cầu' });
    const adding = (head: BoardMember, account: string) => (): Promise<unknown> => {
      const body = JSON.stringify({ name: 'Đỗ Thị Lan', title: 'Giáo viên', account, roles: ['author'] });
      return head.request(API.addMember, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    };
    for (const round of ['một', 'hai', 'ba']) {
      const ends = await atOnce([adding(ours, `lan.${round}`), adding(theirs, `LAN.${round}`)]);
      expect(ends).toEqual(['account_taken', 'ok']);
    }
    await expect(adding(ours, 'lan.một')()).rejects.toBeInstanceOf(ReplyError);
    expect(board.log).toEqual([]);
    const people = await inStore((store) => store.selectFrom('person').select('name').execute());
    expect(people.filter(({ name }) => name === 'Đỗ Thị Lan')).toHaveLength(3);
  });

  it('gives an address, an id or an account to one of two new units, and nothing of the other stays', async () => {
    const rounds = [
      [unitOf('mot', 'chung.example', 'mot'), unitOf('hai', 'chung.example', 'hai'), 'unit_address_taken'],
      [unitOf('ba', 'ba.example', 'ba'), unitOf('ba', 'bon.example', 'bon'), 'unit_taken'],
      [unitOf('nam', 'nam.example', 'chung'), unitOf('sau', 'sau.example', 'chung'), 'account_taken'],
    ] as const;
    await inStore(async (store) => {
      for (const [one, other, code] of rounds) {
        const before = await unitTree(store);
        const adding = [one, other].map((unit) => () => addUnit(store, unit, board.clock.time));
        expect(await atOnce(adding)).toEqual([code, 'ok'].sort());
        expect(await unitTree(store)).toHaveLength(before.length + 1);
      }
      const places = await store.selectFrom('unit').select('place').execute();
      expect(new Set(places.map(({ place }) => place)).size).toBe(4);
    });
  });

  it('moves one of two units to an address', async () => {
    await inStore(async (store) => {
      for (const name of ['mot', 'hai']) await addUnit(store, unitOf(name, `${name}.example`, name), board.clock.time);
      const moving = ['mot', 'hai'].map((unit) => () => moveUnit(store, unit, 'https://moi.example', board.clock.time));
      expect(await atOnce(moving)).toEqual(['ok', 'unit_address_taken']);
    });
  });

  it('changes the portal’s key twice, one after the other, and makes one recovery key', async () => {
    await inStore(async (store) => {
      const now = board.clock.time;
      expect(await atOnce([() => handOver(store, now), () => handOver(store, now)])).toEqual(['ok', 'ok']);
      await store.updateTable('portal').set({ recovery_key: null }).execute();
      const making = [() => makeRecovery(store, now), () => makeRecovery(store, now)];
      expect(await atOnce(making)).toEqual(['ok', 'recovery_made']);
    });
  });
});
