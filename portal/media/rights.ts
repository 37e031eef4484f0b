import type { ExpressionBuilder } from 'kysely';
import type { Caller } from '../accounts/index.ts';
import { isForReader } from '../feed/index.ts';
import type { Store, Tables } from '../store/index.ts';

/*
 * Whose pictures are whose. A picture's hash is no secret, so naming one in a draft gives nobody the file: a person
 * brings it, or could read it already when they named it. Either way they hold a grant from then on, and what they
 * send may show it to others. "An upload is skipped only if the sender may already read that file" (design 7).
 */

/** A person in a unit, as far as pictures go. */
export type Reader = Pick<Caller, 'unit' | 'person'>;

/**
 * Whether a person may read a picture: they hold a grant, or a revision in a line for them shows it and was accepted
 * from somebody who holds one, or a live page shows it to everybody. Who a revision says its author is counts for nothing: anybody can write that.
 */
export async function mayReadMedia(store: Store, { unit, person }: Reader, hash: string): Promise<boolean> {
  const own = await store
    .selectFrom('media_grant')
    .select('media')
    .where('media', '=', hash)
    .where('person', '=', person)
    .where('unit', '=', unit)
    .executeTakeFirst();
  if (own !== undefined) return true;
  // Nested, so that the search begins at the picture: joined, SQLite begins at the unit's whole feed.
  const shown = await store
    .selectFrom('revision_media')
    .select('revision_media.revision')
    .where('revision_media.media', '=', hash)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('change')
          .select('change.number')
          .whereRef('change.object', '=', 'revision_media.revision')
          .where('change.kind', '=', 'revision')
          .where('change.unit', '=', unit)
          .where((eb) => isForReader({ unit, person })(eb)),
      ),
    )
    .where((eb) => eb.exists(sentByHolder(eb)))
    .limit(1)
    .executeTakeFirst();
  return shown !== undefined || (await isOnLivePage(store, unit, hash));
}

async function isOnLivePage(store: Store, unit: string, hash: string): Promise<boolean> {
  const live = await store
    .selectFrom('publication_media')
    .innerJoin('publication', 'publication.mutation', 'publication_media.publication')
    .select('publication.post')
    .where('publication_media.media', '=', hash)
    .where('publication.unit', '=', unit)
    .where('publication.ended_at', 'is', null)
    .executeTakeFirst();
  return live !== undefined;
}

/**
 * Notes, when a revision is accepted from a person, for each picture in it whether it is theirs to show or wanted from
 * them. What is wanted once stays so until it arrives: whoever waits for it is told only then.
 */
export async function claimMedia(tx: Store, reader: Reader, revision: string): Promise<void> {
  const { unit, person } = reader;
  const unsettled = await tx
    .selectFrom('revision_media')
    .leftJoin('media_grant', (join) =>
      join
        .onRef('media_grant.media', '=', 'revision_media.media')
        .on('media_grant.person', '=', person)
        .on('media_grant.unit', '=', unit),
    )
    .leftJoin('wanted_media', (join) =>
      join
        .onRef('wanted_media.media', '=', 'revision_media.media')
        .on('wanted_media.person', '=', person)
        .on('wanted_media.unit', '=', unit),
    )
    .select('revision_media.media')
    .where('revision_media.revision', '=', revision)
    .where('media_grant.media', 'is', null)
    .where('wanted_media.media', 'is', null)
    .where('revision_media.media', 'not in', (eb) =>
      eb.selectFrom('erased').select('erased.hash').where('erased.unit', '=', unit),
    )
    .execute();
  for (const { media } of unsettled) {
    if (await mayReadMedia(tx, reader, media)) await grantMedia(tx, reader, media);
    else await tx.insertInto('wanted_media').values({ person, media, unit }).execute();
  }
}

/** Notes a picture that a person brought, and settles what others want and may now read without bringing it too. */
export async function recordMedia(
  tx: Store,
  reader: Reader,
  picture: { hash: string; bytes: number },
  at: Date,
): Promise<void> {
  const { hash } = picture;
  await tx
    .insertInto('media')
    .values({ ...picture, received_at: at.toISOString() })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
  await grantMedia(tx, reader, hash);
  const others = await tx
    .selectFrom('wanted_media')
    .select(['unit', 'person'])
    .where('media', '=', hash)
    .where('unit', '=', reader.unit)
    .execute();
  for (const other of others) if (await mayReadMedia(tx, other, hash)) await grantMedia(tx, other, hash);
}

/** Counts a picture as brought by each person from whom that revision, which shows it, was accepted and who owes it. */
export async function grantCarried(tx: Store, revision: string, hash: string): Promise<void> {
  const owing = await tx
    .selectFrom('wanted_media')
    .innerJoin('revision_media', 'revision_media.media', 'wanted_media.media')
    .innerJoin('mutation', (join) =>
      join
        .onRef('mutation.revision', '=', 'revision_media.revision')
        .onRef('mutation.person', '=', 'wanted_media.person')
        .onRef('mutation.unit', '=', 'wanted_media.unit'),
    )
    .select(['wanted_media.unit', 'wanted_media.person'])
    .distinct()
    .where('wanted_media.media', '=', hash)
    .where('revision_media.revision', '=', revision)
    .where('mutation.outcome', '=', 'accepted')
    .where('mutation.name', 'in', ['post.save', 'post.submit'])
    .execute();
  for (const reader of owing) await grantMedia(tx, reader, hash);
}

/** Pictures in what was accepted from this person that they have not brought yet (hashes). */
export async function wantedMedia(store: Store, { unit, person }: Reader): Promise<string[]> {
  const rows = await store
    .selectFrom('wanted_media')
    .select('media')
    .where('person', '=', person)
    .where('unit', '=', unit)
    .orderBy('media')
    .execute();
  return rows.map((row) => row.media);
}

/** Whether a revision shows a picture that nobody who sent it has brought or could read. */
export async function isMissingMedia(tx: Store, revision: string): Promise<boolean> {
  const missing = await tx
    .selectFrom('revision_media')
    .select('revision_media.media')
    .where('revision_media.revision', '=', revision)
    .where((eb) => eb.not(eb.exists(sentByHolder(eb))))
    .limit(1)
    .executeTakeFirst();
  return missing !== undefined;
}

/** In a search of `revision_media`: what was accepted of that revision from a person who holds a grant of that picture. */
function sentByHolder(eb: ExpressionBuilder<Tables, 'revision_media'>) {
  return eb
    .selectFrom('revision')
    .innerJoin('mutation', (join) =>
      join.onRef('mutation.post', '=', 'revision.post').onRef('mutation.revision', '=', 'revision.id'),
    )
    .innerJoin('media_grant', (join) =>
      join.onRef('media_grant.person', '=', 'mutation.person').onRef('media_grant.unit', '=', 'mutation.unit'),
    )
    .select('mutation.id')
    .whereRef('revision.id', '=', 'revision_media.revision')
    .whereRef('media_grant.media', '=', 'revision_media.media')
    .where('mutation.outcome', '=', 'accepted')
    .where('mutation.name', 'in', ['post.save', 'post.submit']);
}

async function grantMedia(tx: Store, { unit, person }: Reader, media: string): Promise<void> {
  await tx
    .insertInto('media_grant')
    .values({ media, person, unit })
    .onConflict((conflict) => conflict.columns(['media', 'person', 'unit']).doNothing())
    .execute();
  await tx
    .deleteFrom('wanted_media')
    .where('person', '=', person)
    .where('media', '=', media)
    .where('unit', '=', unit)
    .execute();
}
