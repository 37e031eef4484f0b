import type { z } from 'zod';
import type { Store } from './open.ts';

/** Reads one setting, checked; `null` when it is not there or not of that shape any more. */
export function readSetting<Schema extends z.ZodType>(db: Store, key: string, schema: Schema): z.infer<Schema> | null {
  const row = db.prepare<[string], { value: string }>('SELECT value FROM setting WHERE key = ?').get(key);
  if (row === undefined) return null;
  const parsed = schema.safeParse(JSON.parse(row.value));
  return parsed.success ? parsed.data : null;
}

/** Writes one setting as JSON. */
export function writeSetting(db: Store, key: string, value: unknown): void {
  db.prepare(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, JSON.stringify(value));
}
