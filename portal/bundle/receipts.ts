import { actHash, mutationSchema, type Receipt, signReceipt } from '../../shared/sync/index.ts';
import type { Caller } from '../accounts/index.ts';
import { ERASED_TEXT, type Store } from '../store/index.ts';
import type { Identity } from '../workflow/index.ts';

/**
 * Signed verdicts of mutations of the caller's unit, for those who wait for them without a line; nothing for an id that
 * has no verdict here. Whoever names a mutation may have it: an id is 74 random bits, and a receipt holds no word.
 */
export async function receiptsOf(
  store: Store,
  { portal, secretKey }: Identity,
  { unit }: Caller,
  ids: readonly string[],
): Promise<Receipt[]> {
  const { epoch } = await store.selectFrom('portal').select('epoch').executeTakeFirstOrThrow();
  const rows = await store
    .selectFrom('mutation')
    .select(['id', 'canonical', 'outcome', 'code', 'received_at', 'number', 'contributors'])
    .where('unit', '=', unit)
    .where('id', 'in', [...ids])
    .where('canonical', '<>', ERASED_TEXT)
    .execute();
  return rows.map((row) =>
    signReceipt(
      {
        ...{ portal, unit, epoch, mutation: row.id },
        act: actHash(mutationSchema.parse(JSON.parse(row.canonical))),
        ...{ outcome: row.outcome, code: row.code, receivedAt: row.received_at, number: row.number },
        contributors: JSON.parse(row.contributors) as string[],
      },
      secretKey,
    ),
  );
}
