import type { Mutation } from '../../shared/sync/index.ts';
import {
  type Action,
  applyEvent,
  foldStatus,
  NEW_POST,
  type PostStatus,
  parseAction,
  REMARK_ACTS,
  type WorkflowEvent,
} from '../../shared/workflow/index.ts';
import type { Store } from '../store/index.ts';

/** What the portal knows of a post; `unit` is `null` for a post it has never heard of. */
export interface KnownPost {
  readonly unit: string | null;
  readonly status: PostStatus;
}

/** The kept status of a post. */
export async function knownPost(store: Store, post: string): Promise<KnownPost> {
  const row = await store.selectFrom('post').select(['unit', 'status']).where('id', '=', post).executeTakeFirst();
  if (row === undefined) return { unit: null, status: NEW_POST };
  return { unit: row.unit, status: statusFrom(row.status) };
}

/** A kept status; one kept by an older version lacks what this one has added. */
export function statusFrom(text: string): PostStatus {
  return { ...NEW_POST, ...(JSON.parse(text) as Partial<PostStatus>) };
}

/** Moves the kept status by one accepted event. Called in the transaction that stores the event. */
export async function moveStatus(
  tx: Store,
  unit: string,
  post: string,
  before: PostStatus,
  event: WorkflowEvent,
): Promise<void> {
  const after = applyEvent(before, event);
  const row = {
    status: JSON.stringify(after),
    approval: after.approval?.mutation ?? null,
    scheduled_at: after.state === 'scheduled' ? after.scheduledAt : null,
  };
  await tx
    .insertInto('post')
    .values({ id: post, unit, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

/** The status of a post from its accepted events alone: what the kept one must always equal. */
export async function foldedStatus(store: Store, post: string): Promise<PostStatus> {
  return foldStatus(await eventsOf(store, post));
}

/** The accepted events of a post, oldest first. */
export async function eventsOf(store: Store, post: string): Promise<WorkflowEvent[]> {
  const rows = await store
    .selectFrom('mutation')
    .select(['id', 'canonical', 'person', 'contributors'])
    .where('post', '=', post)
    .where('outcome', '=', 'accepted')
    .where('name', 'not in', [...REMARK_ACTS])
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    action: actionOf(JSON.parse(row.canonical) as Mutation),
    person: row.person,
    contributors: JSON.parse(row.contributors) as string[],
  }));
}

function actionOf(mutation: Mutation): Action {
  const action = parseAction(mutation.name, mutation.args);
  if (action === null) throw new Error(`accepted mutation ${mutation.id} is not an action`);
  return action;
}
