import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { RevisionLine } from '../../shared/sync/index.ts';
import type { Tables } from '../store/index.ts';

/**
 * Received before this many days, and no longer what its post shows, is old. Not earlier: after a restore from a backup of
 * these days every computer brings the texts back that it holds, and a new one must hold them too.
 */
const OLD_AFTER_DAYS = 30;

/** The moment before which a text was received that may be old. */
export function oldBefore(now: Date): string {
  return new Date(now.getTime() - OLD_AFTER_DAYS * 86_400_000).toISOString();
}

/**
 * In a search of `revision`: texts of which a new computer gets a line alone. What a post's status names (its head, what
 * was submitted, what is live) is none of them, nor is any text of a post that has one waiting to be laid together.
 */
export function isOldText(before: string) {
  return (eb: ExpressionBuilder<Tables, 'revision'>): Expression<SqlBool> =>
    eb.and([
      eb('revision.received_at', '<', before),
      eb.exists(
        eb
          .selectFrom('post as whose')
          .select('whose.id')
          .whereRef('whose.id', '=', 'revision.post')
          .where((inner) => inner('whose.status', 'not like', sql<string>`'%' || ${inner.ref('revision.id')} || '%'`)),
      ),
      eb.not(
        eb.exists(
          eb
            .selectFrom('change as beside')
            .select('beside.number')
            .where('beside.kind', '=', 'head')
            .whereRef('beside.post', '=', 'revision.post'),
        ),
      ),
    ]);
}

/** What is told of a text whose body stays here. */
export function lineOf(id: string, canonical: string): RevisionLine {
  const { author, parents, createdAt } = JSON.parse(canonical) as Omit<RevisionLine, 'id'>;
  return { id, author, parents, createdAt };
}

/** What stays of a text that was erased: its place in the history. */
export function lineOfErased(id: string, author: string | null, parents: readonly string[]): RevisionLine {
  return { id, author, parents: [...parents], createdAt: null };
}
