import type { Store } from './open.ts';

/** Whether a text (by its id) or a file (by its hash) was erased: it is refused from any source. */
export async function isErased(store: Store, hash: string): Promise<boolean> {
  return (await store.selectFrom('erased').select('hash').where('hash', '=', hash).executeTakeFirst()) !== undefined;
}
