import type { Store } from '../store/index.ts';

/** When the portal received a mutation; `null` while it has not. */
export function receivedAtOf(db: Store, mutation: string): string | null {
  const row = db
    .prepare<[string], { received_at: string | null }>('SELECT received_at FROM mutation WHERE id = ?')
    .get(mutation);
  return row?.received_at ?? null;
}

/** When a mutation happened: by the portal's clock, or by its maker's while the portal has not received it. */
export function momentOf(db: Store, mutation: string): string | null {
  const row = db
    .prepare<[string], { at: string }>('SELECT coalesce(received_at, at) AS at FROM mutation WHERE id = ?')
    .get(mutation);
  return row?.at ?? null;
}
