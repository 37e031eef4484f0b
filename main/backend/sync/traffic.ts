import { dayInVietnam } from '../../../shared/vietnamese/index.ts';
import type { Store } from '../store/index.ts';
import type { CountBytes } from './exchange.ts';

/** Bytes that went out and came in. */
export interface Bytes {
  readonly up: number;
  readonly down: number;
}

/** What syncing costs on the line, kept by the day (Vietnam's) beside the posts. */
export interface Traffic {
  /** Counts; kept in memory until `keep`. */
  readonly count: CountBytes;
  /** Writes what was counted since the last time. */
  keep(): void;
  today(): Bytes;
  /** In this calendar month. */
  month(): Bytes;
}

/** Days older than so many are forgotten. */
const KEPT_DAYS = 400;

export function openTraffic(db: Store, now: () => Date): Traffic {
  let unkept = { up: 0, down: 0 };
  const day = (): string => dayInVietnam(now().toISOString());
  const add = db.prepare<[string, number, number]>(
    `INSERT INTO traffic (day, up, down) VALUES (?, ?, ?)
     ON CONFLICT (day) DO UPDATE SET up = up + excluded.up, down = down + excluded.down`,
  );
  const since = db.prepare<[string, string], { up: number | null; down: number | null }>(
    'SELECT sum(up) AS up, sum(down) AS down FROM traffic WHERE day >= ? AND day <= ?',
  );
  const drop = db.prepare<[string]>('DELETE FROM traffic WHERE day < ?');
  const between = (first: string, last: string): Bytes => {
    const kept = since.get(first, last);
    return { up: (kept?.up ?? 0) + unkept.up, down: (kept?.down ?? 0) + unkept.down };
  };
  return {
    count: (up, down) => {
      unkept = { up: unkept.up + up, down: unkept.down + down };
    },
    keep: () => {
      if (unkept.up === 0 && unkept.down === 0) return;
      const { up, down } = unkept;
      db.transaction(() => {
        add.run(day(), up, down);
        drop.run(dayInVietnam(new Date(now().getTime() - KEPT_DAYS * 86_400_000).toISOString()));
      })();
      unkept = { up: 0, down: 0 };
    },
    today: () => between(day(), day()),
    month: () => between(`${day().slice(0, 7)}-01`, `${day().slice(0, 7)}-31`),
  };
}
