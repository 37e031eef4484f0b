import { answeredFor } from '../../shared/workflow/index.ts';
import type { Store } from '../store/index.ts';
import { eventsOf } from './status.ts';

/** A revision's ancestors as far as they are known here. */
export interface Ancestry {
  /** The revision and its ancestors that are here. */
  readonly revisions: ReadonlySet<string>;
  /** Distinct persons who authored one of them; a merge without an author adds nobody. */
  readonly authors: readonly string[];
  /** Ancestors that are named and not here. */
  readonly missing: readonly string[];
}

/**
 * The ancestors of a revision, itself included. With `sinceAnswered` the walk goes past no revision of that post that was
 * public and that a second person answers for: separation of duties counts from there (design 5). The revision itself
 * always counts, or a page that was withdrawn and submitted again unchanged could be approved by who wrote it.
 */
export async function ancestryOf(
  store: Store,
  post: string,
  revision: string,
  { sinceAnswered }: { sinceAnswered: boolean },
): Promise<Ancestry> {
  const before = sinceAnswered ? [...answeredFor(await eventsOf(store, post))] : [];
  const rows = await store
    .withRecursive('walk(id)', (db) =>
      db
        .selectFrom('revision_parent as own')
        .select('own.parent as id')
        .where('own.revision', '=', revision)
        .$if(before.length > 0, (query) => query.where('own.parent', 'not in', before))
        .union(
          db
            .selectFrom('walk')
            .innerJoin('revision_parent as next', 'next.revision', 'walk.id')
            .select('next.parent as id')
            .$if(before.length > 0, (query) => query.where('next.parent', 'not in', before)),
        ),
    )
    .selectFrom('walk')
    .leftJoin('revision', 'revision.id', 'walk.id')
    .select(['walk.id as named', 'revision.id as known', 'revision.author'])
    .execute();
  const own = await store.selectFrom('revision').select('author').where('id', '=', revision).executeTakeFirst();
  const authors = [own?.author ?? null, ...rows.map((row) => row.author)].filter((author) => author !== null);
  return {
    revisions: new Set([...(own === undefined ? [] : [revision]), ...rows.flatMap((row) => row.known ?? [])]),
    authors: [...new Set(authors)].sort(),
    missing: [
      ...(own === undefined ? [revision] : []),
      ...rows.flatMap((row) => (row.known === null ? row.named : [])),
    ],
  };
}
