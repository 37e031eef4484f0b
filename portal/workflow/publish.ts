import { htmlHash, newId, publicIdOf, usedMedia } from '../../shared/content/index.ts';
import { type Mutation, signMutation } from '../../shared/sync/index.ts';
import {
  type Action,
  DEFAULT_RULES,
  judge,
  type MutationArgs,
  parseAction,
  type WithdrawalReason,
} from '../../shared/workflow/index.ts';
import type { Caller } from '../accounts/index.ts';
import { lockFeed } from '../feed/index.ts';
import { noteSiteChange } from '../kept/index.ts';
import { isMissingMedia, recordMedia } from '../media/index.ts';
import { indexPublication } from '../search/index.ts';
import type { Store } from '../store/index.ts';
import type { Context, Identity } from './context.ts';
import { recordAccepted } from './record.ts';
import { storedRevision } from './revisions.ts';
import { knownPost } from './status.ts';

/** Keeps what was approved with the exact HTML the approver saw: nothing else is ever served. */
export async function keepApproval(
  tx: Store,
  approval: { mutation: string; unit: string; person: string; html: string; at: Date },
  { post, revision }: MutationArgs<'post.approve'>,
): Promise<void> {
  const { mutation, unit, person, html, at } = approval;
  await tx
    .insertInto('approval')
    .values({ mutation, unit, post, revision, person, html, html_hash: htmlHash(html), approved_at: at.toISOString() })
    .execute();
}

/**
 * Publishes a post whose approval waits, if every picture it shows was brought; otherwise leaves it waiting. An approval
 * serves one publication: publishing uses it up.
 *
 * @param before the publication this portal signed before it was restored; a new one is made without it.
 * @returns whether the post was published.
 */
export async function publishIfReady(
  tx: Store,
  identity: Identity,
  post: string,
  at: Date,
  before: Mutation | null = null,
): Promise<boolean> {
  const { unit, status } = await knownPost(tx, post);
  if (unit === null || status.approval === null) return false;
  const { mutation: approval, revision } = status.approval;
  if (!judge(DEFAULT_RULES, 'publish', status, 'portal', revision).allowed) return false;
  if (await isMissingMedia(tx, revision)) return false;

  const approved = await tx
    .selectFrom('approval')
    .select('html_hash')
    .where('mutation', '=', approval)
    .executeTakeFirstOrThrow();
  const args: MutationArgs<'post.publish'> = { post, revision, htmlHash: approved.html_hash };
  const action = parseAction('post.publish', args) as Action;
  const mutation =
    before ??
    signMutation(
      {
        id: newId(),
        device: identity.portal,
        seq: await nextSeq(tx),
        name: 'post.publish',
        args,
        after: [approval],
        at: at.toISOString(),
      },
      identity.secretKey,
    );
  await recordAccepted(tx, { unit, person: null, mutation, at }, action, []);
  await makePublic(tx, { mutation: mutation.id, unit, post, revision, approval, at });
  return true;
}

/** Notes a picture that a person has brought, and publishes at once what waited for it alone. */
export async function pictureArrived(
  { store, identity, now }: Context,
  caller: Caller,
  picture: { hash: string; bytes: number },
): Promise<void> {
  const at = now();
  const { unit } = caller;
  await store.transaction().execute(async (tx) => {
    await lockFeed(tx, unit);
    await recordMedia(tx, caller, picture, at);
    const waiting = await tx
      .selectFrom('post')
      .innerJoin('approval', 'approval.mutation', 'post.approval')
      .innerJoin('revision_media', 'revision_media.revision', 'approval.revision')
      .select('post.id')
      .where('post.unit', '=', unit)
      .where('revision_media.media', '=', picture.hash)
      .execute();
    for (const { id } of waiting) await publishIfReady(tx, identity, id, at);
  });
}

/** Takes a post's page down. Readers get the reason from the closed list, and nothing else of it. */
export async function takeDown(tx: Store, post: string, reason: WithdrawalReason, at: Date): Promise<void> {
  const { unit } = await knownPost(tx, post);
  if (unit !== null) await noteSiteChange(tx, unit, post);
  await tx
    .updateTable('publication')
    .set({ ended_at: at.toISOString(), withdrawn_reason: reason })
    .where('post', '=', post)
    .where('ended_at', 'is', null)
    .execute();
}

async function nextSeq(tx: Store): Promise<number> {
  const row = await tx
    .updateTable('portal')
    .set((eb) => ({ last_seq: eb('last_seq', '+', 1) }))
    .returning('last_seq')
    .executeTakeFirstOrThrow();
  return row.last_seq;
}

async function makePublic(
  tx: Store,
  made: { mutation: string; unit: string; post: string; revision: string; approval: string; at: Date },
): Promise<void> {
  const { mutation, unit, post, approval } = made;
  const at = made.at.toISOString();
  const revision = await storedRevision(tx, made.revision);
  if (revision === null) throw new Error(`revision ${made.revision} was approved and is gone`);
  await tx
    .updateTable('publication')
    .set({ ended_at: at })
    .where('post', '=', post)
    .where('ended_at', 'is', null)
    .execute();
  const first = await tx
    .selectFrom('publication')
    .select('first_at')
    .where('post', '=', post)
    .orderBy('first_at')
    .executeTakeFirst();
  await tx
    .insertInto('publication')
    .values({
      ...{ mutation, unit, post, revision: made.revision, approval },
      public_id: publicIdOf(post),
      kind: revision.kind,
      language: revision.language,
      title: revision.title,
      summary: revision.summary,
      cover: revision.cover?.media ?? null,
      cover_alt: revision.cover?.alt ?? null,
      published_at: at,
      first_at: first?.first_at ?? at,
      ended_at: null,
      withdrawn_reason: null,
    })
    .execute();
  const { html } = await tx
    .selectFrom('approval')
    .select('html')
    .where('mutation', '=', approval)
    .executeTakeFirstOrThrow();
  await indexPublication(tx, mutation, html);
  await noteSiteChange(tx, unit, post);
  const categories = [...new Set(revision.categories)].map((category) => ({ publication: mutation, category }));
  if (categories.length > 0) await tx.insertInto('publication_category').values(categories).execute();
  // Only what the page shows becomes public, not every file its author listed.
  const media = usedMedia(revision).map((hash) => ({ publication: mutation, media: hash }));
  if (media.length > 0) await tx.insertInto('publication_media').values(media).execute();
}
