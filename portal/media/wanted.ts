import type { Caller } from '../accounts/index.ts';
import type { Store } from '../store/index.ts';

/** Pictures named by what was accepted from this person and not here yet (hashes). Authors upload their own. */
export async function wantedMedia(store: Store, caller: Caller): Promise<string[]> {
  const rows = await store
    .selectFrom('mutation')
    .innerJoin('revision_media', 'revision_media.revision', 'mutation.revision')
    .leftJoin('media', 'media.hash', 'revision_media.media')
    .select('revision_media.media')
    .distinct()
    .where('mutation.person', '=', caller.person)
    .where('mutation.unit', '=', caller.unit)
    .where('mutation.outcome', '=', 'accepted')
    .where('mutation.name', 'in', ['post.save', 'post.submit'])
    .where('media.hash', 'is', null)
    .orderBy('revision_media.media')
    .execute();
  return rows.map((row) => row.media);
}
