import type { Store } from './open.ts';

/**
 * Keeps everybody else from what the whole portal has one of (its counter, the names of accounts) until the transaction
 * ends. Taken after the rows of units, never before: locks taken in two orders would meet.
 */
export async function lockPortal(tx: Store): Promise<void> {
  await tx
    .updateTable('portal')
    .set((eb) => ({ last_seq: eb.ref('last_seq') }))
    .execute();
}
