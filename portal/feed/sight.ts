import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Caller } from '../accounts/index.ts';
import type { Store, Tables } from '../store/index.ts';
import { lastNumber, writeHideLine, writeLineAgain } from './lines.ts';

/** A person in a unit, as far as lines of its feed go. */
type Reader = Pick<Caller, 'unit' | 'person'>;

/**
 * In a search of `change`: lines this person may see. Those for everybody and their own; of a post that was hidden from
 * them only what they made themselves, until it is shown again.
 */
export function isForReader({ unit, person }: Reader) {
  return (eb: ExpressionBuilder<Tables, 'change'>): Expression<SqlBool> =>
    eb.and([
      eb.or([eb('change.audience', 'is', null), eb('change.audience', '=', person)]),
      eb.or([
        eb('change.kind', '=', 'hide'),
        eb.not(
          eb.exists(
            eb
              .selectFrom('hidden_post')
              .select('hidden_post.post')
              .where('hidden_post.person', '=', person)
              .where('hidden_post.unit', '=', unit)
              .whereRef('hidden_post.post', '=', 'change.post')
              .where((inner) =>
                inner.or([
                  inner('hidden_post.shown_from', 'is', null),
                  inner('hidden_post.shown_from', '>=', inner.ref('change.number')),
                ]),
              ),
          ),
        ),
        eb.exists(
          eb
            .selectFrom('revision as own_text')
            .select('own_text.id')
            .whereRef('own_text.id', '=', 'change.object')
            .where('own_text.author', '=', person),
        ),
        eb.exists(
          eb
            .selectFrom('mutation as own_act')
            .select('own_act.id')
            .whereRef('own_act.id', '=', 'change.object')
            .where('own_act.person', '=', person),
        ),
      ]),
    ]);
}

/**
 * Takes a post out of a person's sight: from now on they get of it what they made themselves, and their computers are
 * told to drop the rest (design 7). In a transaction under the feed's lock. Hiding it again changes nothing.
 */
export async function hidePost(tx: Store, { unit, person }: Reader, post: string): Promise<void> {
  const row = await rowOf(tx, { unit, person }, post);
  if (row !== undefined && row.shown_from === null) return;
  await tx
    .insertInto('hidden_post')
    .values({ unit, person, post, shown_from: null })
    .onConflict((conflict) => conflict.columns(['person', 'post', 'unit']).doUpdateSet({ shown_from: null }))
    .execute();
  await writeHideLine(tx, unit, person, post);
}

/** Brings a hidden post back into a person's sight: "gaining sight of a post writes a new change" (design 7). */
export async function showPost(tx: Store, { unit, person }: Reader, post: string): Promise<void> {
  const row = await rowOf(tx, { unit, person }, post);
  if (row === undefined || row.shown_from !== null) return;
  const upTo = await lastNumber(tx, unit);
  await tx
    .updateTable('hidden_post')
    .set({ shown_from: upTo })
    .where('unit', '=', unit)
    .where('person', '=', person)
    .where('post', '=', post)
    .execute();
  const lines = await tx
    .selectFrom('change')
    .selectAll()
    .where('unit', '=', unit)
    .where('post', '=', post)
    .where('number', '<=', upTo)
    .where('kind', 'in', ['revision', 'mutation'])
    .where((eb) => eb.or([eb('audience', 'is', null), eb('audience', '=', person)]))
    .orderBy('number')
    .execute();
  const seen = new Set<string>();
  for (const { kind, object } of lines) {
    if (seen.has(object)) continue;
    seen.add(object);
    await writeLineAgain(tx, unit, person, { kind, post, object });
  }
}

function rowOf(tx: Store, { unit, person }: Reader, post: string) {
  return tx
    .selectFrom('hidden_post')
    .select('shown_from')
    .where('unit', '=', unit)
    .where('person', '=', person)
    .where('post', '=', post)
    .executeTakeFirst();
}
