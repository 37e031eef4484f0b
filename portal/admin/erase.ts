import type { EraseRequest } from '../../shared/sync/index.ts';
import { eraseMedia, eraseRevision } from '../erasure/index.ts';
import type { Context } from '../workflow/index.ts';

/**
 * Erases what the head says is to be erased by law, everywhere and for good (design 3): one text, all texts of its post,
 * or a picture or file.
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
  if (what === 'media') {
    const named = await store
      .selectFrom('revision_media')
      .innerJoin('revision', 'revision.id', 'revision_media.revision')
      .select('revision.id')
      .where('revision_media.media', '=', hash)
      .where('revision.unit', '=', unit)
      .executeTakeFirst();
    if (named === undefined) return null;
    await eraseMedia(context, folder, { unit, hash, person, ground });
    return 1;
  }
  const text = await store
    .selectFrom('revision')
    .select('post')
    .where('id', '=', hash)
    .where('unit', '=', unit)
    .executeTakeFirst();
  if (text === undefined) return null;
  const others = isWholePost
    ? await store.selectFrom('revision').select('id').where('post', '=', text.post).where('unit', '=', unit).execute()
    : [{ id: hash }];
  for (const { id } of others) await eraseRevision(context, { unit, hash: id, person, ground });
  return others.length;
}
