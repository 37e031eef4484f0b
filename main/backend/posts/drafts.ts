import type { Store } from '../store/index.ts';
import { isUntouched, readWorking } from './working.ts';

/** Posts with words that are in no revision yet, and so on this computer only; a new one without a word is none. */
export function unmintedDrafts(db: Store): { post: string; changedAt: string }[] {
  return db
    .prepare<[], { post: string; base: string | null; changed_at: string }>(
      'SELECT post, base, changed_at FROM working WHERE post NOT IN (SELECT id FROM post WHERE is_binned = 1)',
    )
    .all()
    .filter(({ post, base }) => {
      const copy = base === null ? readWorking(db, post) : null;
      return copy === null || !isUntouched(copy);
    })
    .map(({ post, changed_at }) => ({ post, changedAt: changed_at }));
}
