import { htmlHash } from '../../shared/content/index.ts';
import { categoriesOf } from '../../shared/rules/index.ts';
import type { Mutation } from '../../shared/sync/index.ts';
import { dayInVietnam } from '../../shared/vietnamese/index.ts';
import { type Action, judge, type MutationArgs, type PostStatus, parseAction } from '../../shared/workflow/index.ts';
import type { Caller } from '../accounts/index.ts';
import { lockFeed } from '../feed/index.ts';
import { isMissingMedia, recordMedia } from '../media/index.ts';
import { currentRules } from '../rules/index.ts';
import { isErased, type Store } from '../store/index.ts';
import type { Context, Identity } from './context.ts';
import { holdWaiting } from './hold.ts';
import { signOwn } from './own.ts';
import { makePublic } from './page.ts';
import { recordAccepted } from './record.ts';
import { storedRevision } from './revisions.ts';
import { knownPost } from './status.ts';
import { timedId } from './timed-id.ts';

/** Keeps what was approved with the exact HTML the approver saw: nothing else is ever served. */
export async function keepApproval(
  tx: Store,
  approval: { mutation: string; unit: string; person: string; html: string; at: Date },
  { post, revision }: Pick<MutationArgs<'post.approve'>, 'post' | 'revision'>,
): Promise<void> {
  const { mutation, unit, person, html, at } = approval;
  await tx
    .insertInto('approval')
    .values({ mutation, unit, post, revision, person, html, html_hash: htmlHash(html), approved_at: at.toISOString() })
    .execute();
}

/**
 * Publishes a post whose approval waits, if its time has come and every picture it shows was brought; otherwise leaves it
 * waiting. What was scheduled is looked at again then: its categories must still be in force. What fails at its time is
 * told to the board. A unit that was merged into another publishes nothing more. An approval serves one publication: publishing uses it up.
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
  if (await isClosed(tx, unit)) {
    await holdWaiting(tx, identity, { unit, post, status }, 'unit_closed', at);
    return false;
  }
  const rules = await currentRules(tx, unit, at);
  if (!judge(rules, 'publish', status, 'portal', revision).allowed) return false;
  if ((await storedRevision(tx, revision)) === null) {
    await holdWaiting(tx, identity, { unit, post, status }, 'erased', at);
    return false;
  }
  if (before === null && (await isHeldBack(tx, identity, { unit, post, status }, revision, at))) return false;
  if ((await isMissingMedia(tx, revision)) || (await isErased(tx, unit, revision))) return false;

  const approved = await tx
    .selectFrom('approval')
    .select('html_hash')
    .where('mutation', '=', approval)
    .executeTakeFirstOrThrow();
  const args: MutationArgs<'post.publish'> = { post, revision, htmlHash: approved.html_hash };
  const action = parseAction('post.publish', args) as Action;
  const id = publicationId(identity.portal, approval);
  const mutation = before ?? (await signOwn(tx, identity, { id, name: 'post.publish', args, after: [approval], at }));
  await recordAccepted(tx, { unit, person: null, mutation, at }, action, []);
  await makePublic(tx, { mutation: mutation.id, unit, post, revision, approval, at });
  return true;
}

async function isClosed(tx: Store, unit: string): Promise<boolean> {
  const row = await tx.selectFrom('unit').select('closed_on').where('id', '=', unit).executeTakeFirstOrThrow();
  return row.closed_on !== null;
}

/** Whether a scheduled post is not to be published now: too early, or held, which the board is told. */
async function isHeldBack(
  tx: Store,
  identity: Identity,
  waiting: { readonly unit: string; readonly post: string; readonly status: PostStatus },
  revision: string,
  at: Date,
): Promise<boolean> {
  const { scheduledAt } = waiting.status;
  if (scheduledAt === null) return false;
  if (scheduledAt > at.toISOString()) return true;
  const reason = (await hasEndedCategory(tx, waiting.unit, revision, at))
    ? 'category_ended'
    : (await isMissingMedia(tx, revision))
      ? 'missing_pictures'
      : null;
  if (reason === null) return false;
  await holdWaiting(tx, identity, waiting, reason, at);
  return true;
}

async function hasEndedCategory(tx: Store, unit: string, revision: string, at: Date): Promise<boolean> {
  const { level } = await tx.selectFrom('unit').select('level').where('id', '=', unit).executeTakeFirstOrThrow();
  const inForce = categoriesOf(level, dayInVietnam(at.toISOString())).map(({ code }) => code);
  const categories = (await storedRevision(tx, revision))?.categories ?? [];
  return categories.some((code) => !inForce.includes(code));
}

/**
 * Publishes every scheduled post whose time has come by the portal's clock, each in a transaction of its own.
 * @returns how many were looked at.
 */
export async function publishDue({ store, identity, now, report }: Context): Promise<number> {
  const due = await store
    .selectFrom('post')
    .innerJoin('unit', 'unit.id', 'post.unit')
    .select(['post.id', 'post.unit'])
    .where('scheduled_at', '<=', now().toISOString())
    .where('unit.closed_on', 'is', null)
    .orderBy('scheduled_at')
    .execute();
  for (const { id, unit } of due)
    await store
      .transaction()
      .execute(async (tx) => {
        await lockFeed(tx, unit);
        await publishIfReady(tx, identity, id, now());
      })
      .catch((error: unknown) => report(error, { post: id }));
  return due.length;
}

/**
 * The id of the publication an approval serves: always the same one (UUIDv8; the first 48 bits, its time, are the
 * approval's). A portal restored from a backup makes the very publication again that what came after it names, in
 * whatever order and in whatever requests clients bring the rest back.
 */
export function publicationId(portal: string, approval: string): string {
  return timedId(approval, `banthao-publication-1\n${portal}\n${approval}`);
}

/**
 * Notes a picture that a person has brought, and publishes at once what waited for it alone.
 *
 * @returns `false` when their unit has erased it while it came.
 */
export async function pictureArrived(
  { store, identity, now }: Context,
  caller: Caller,
  picture: { hash: string; bytes: number },
): Promise<boolean> {
  const at = now();
  const { unit } = caller;
  return store.transaction().execute(async (tx) => {
    await lockFeed(tx, unit);
    if (await isErased(tx, unit, picture.hash)) return false;
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
    return true;
  });
}
