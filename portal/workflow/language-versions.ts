import { noteSiteChange } from '../kept/index.ts';
import type { Store } from '../store/index.ts';

/**
 * Notes that what readers see of a post has changed, and with it the pages of its other languages: each language of a
 * post names the others. Under the feed's lock, after the publication is written.
 */
export async function notePostChange(tx: Store, unit: string, post: string): Promise<void> {
  await noteSiteChange(tx, unit, post);
  for (const other of await otherLanguagesOf(tx, unit, post)) await noteSiteChange(tx, unit, other);
}

/** Posts of the unit that were ever public and translate this one, or are what it translates. */
async function otherLanguagesOf(tx: Store, unit: string, post: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('publication')
    .select('post')
    .distinct()
    .where('unit', '=', unit)
    .where('post', '!=', post)
    .where((eb) =>
      eb.or([
        eb('translates', '=', post),
        eb(
          'post',
          'in',
          eb
            .selectFrom('publication as own')
            .select('own.translates')
            .where('own.unit', '=', unit)
            .where('own.post', '=', post)
            .where('own.translates', 'is not', null)
            .$castTo<{ translates: string }>(),
        ),
      ]),
    )
    .execute();
  return rows.map((row) => row.post);
}
