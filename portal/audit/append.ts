import { canonicalJson } from '../../shared/content/index.ts';
import { AUDIT_START, type AuditKind, type AuditLine, auditChain, auditLink } from '../../shared/sync/index.ts';
import type { Store } from '../store/index.ts';

/** What is to be written down; place and hash are given by the log. */
export interface AuditEntry extends Omit<AuditLine, 'number' | 'kind' | 'at'> {
  readonly kind: AuditKind;
  readonly at: Date;
}

/**
 * Adds a line to a unit's log, in the transaction of what it tells of: neither is ever stored without the other. The
 * unit's row is locked until that transaction ends, so that two lines never take one place.
 */
export async function appendAudit(tx: Store, { at, ...entry }: AuditEntry): Promise<void> {
  const { unit } = entry;
  await lockUnit(tx, unit);
  const last = await newest(tx, unit);
  const number = (last?.number ?? 0) + 1;
  const line = canonicalJson({ ...entry, at: at.toISOString(), number });
  const link = auditLink(line);
  const hash = auditChain(last?.hash ?? AUDIT_START, link);
  await tx.insertInto('audit').values({ unit, number, line, link, hash }).execute();
}

/** Keeps everybody else from the unit's log until the transaction ends. The same row that its feed locks. */
export async function lockUnit(tx: Store, unit: string): Promise<void> {
  await tx
    .updateTable('unit')
    .set((eb) => ({ last_number: eb.ref('last_number') }))
    .where('id', '=', unit)
    .execute();
}

/**
 * A transaction that has all units to itself: whoever changes what units there are, what they are called, or the
 * portal's key takes turns, so that what is free when it is looked at is free when it is taken.
 */
export async function inAllUnits<Result>(store: Store, work: (tx: Store) => Promise<Result>): Promise<Result> {
  const units = await store.selectFrom('unit').select('id').orderBy('id').execute();
  return store.transaction().execute(async (tx) => {
    for (const { id } of units) await lockUnit(tx, id);
    return work(tx);
  });
}

/** The newest line's place, hash and words, or `undefined` for a log that has none. */
export function newest(
  store: Store,
  unit: string,
): Promise<{ number: number; hash: string; line: string } | undefined> {
  return store
    .selectFrom('audit')
    .select(['number', 'hash', 'line'])
    .where('unit', '=', unit)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}
