import type { EraseRequest } from '../../shared/sync/index.ts';
import { eraseMedia, erasePost, eraseRevision } from '../erasure/index.ts';
import type { Context } from '../workflow/index.ts';

/**
 * Erases what the head says is to be erased by law, everywhere and for good (design 3): one text, all texts of its post,
 * or a picture or file. What a unit had that was merged into this one is the head's too: it is read here, and has no head
 * of its own any more.
 *
 * @returns how many texts and files, or `null` when the unit has nothing of that name.
 */
export async function eraseByHead(
  context: Context,
  folder: string,
  unit: string,
  person: string,
  { what, hash, isWholePost, ground }: EraseRequest,
): Promise<number | null> {
  const { store } = context;
  const merged = await store.selectFrom('unit').select('id').where('successor', '=', unit).execute();
  const units = [unit, ...merged.map(({ id }) => id)];
  if (what === 'media') {
    const named = await store
      .selectFrom('revision_media')
      .innerJoin('revision', 'revision.id', 'revision_media.revision')
      .select('revision.unit')
      .distinct()
      .where('revision_media.media', '=', hash)
      .where('revision.unit', 'in', units)
      .execute();
    for (const own of named) await eraseMedia(context, folder, { unit: own.unit, hash, person, ground });
    return named.length === 0 ? null : 1;
  }
  const text = await store
    .selectFrom('revision')
    .select(['post', 'unit'])
    .where('id', '=', hash)
    .where('unit', 'in', units)
    .executeTakeFirst();
  if (text === undefined) return null;
  if (isWholePost) return erasePost(context, { unit: text.unit, post: text.post, person, ground });
  await eraseRevision(context, { unit: text.unit, hash, person, ground });
  return 1;
}
