import type { Store } from './open.ts';

/** Whether a unit has erased a text (by its id) or a file (by its hash): it is refused there from any source. */
export async function isErased(store: Store, unit: string, hash: string): Promise<boolean> {
  const row = await store
    .selectFrom('erased')
    .select('hash')
    .where('hash', '=', hash)
    .where('unit', '=', unit)
    .executeTakeFirst();
  return row !== undefined;
}
