import type { Caller } from '../accounts/index.ts';
import { lockFeed } from '../feed/index.ts';
import { grantCarried, mayReadMedia } from '../media/index.ts';
import { type Context, publishIfReady } from '../workflow/index.ts';

/**
 * Lets the pictures a carrier has brought count as brought by whom the revision came from, and publishes what waited for
 * them alone. The carrier must see the revision, and must have brought each picture (or be allowed to read it): so a
 * hash in a draft gives nobody a picture that its owner did not mean to show there.
 *
 * @returns those to be uploaded first, or `null` when there is no such revision for this person.
 */
export async function bringCarriedMedia(
  { store, identity, now }: Context,
  caller: Caller,
  revision: string,
  media: readonly string[],
): Promise<string[] | null> {
  const at = now();
  return store.transaction().execute(async (tx) => {
    await lockFeed(tx, caller.unit);
    const line = await tx
      .selectFrom('change')
      .select('post')
      .where('kind', '=', 'revision')
      .where('object', '=', revision)
      .where('unit', '=', caller.unit)
      .where((eb) => eb.or([eb('audience', 'is', null), eb('audience', '=', caller.person)]))
      .executeTakeFirst();
    if (line === undefined) return null;
    const wanted: string[] = [];
    for (const hash of media) {
      if (await mayReadMedia(tx, caller, hash)) await grantCarried(tx, revision, hash);
      else wanted.push(hash);
    }
    if (line.post !== null) await publishIfReady(tx, identity, line.post, at);
    return wanted;
  });
}
