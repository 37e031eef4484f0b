import { AppError, type Input, type PostRow, type WorkState } from '../../../shared/contract/index.ts';
import { memberSchema } from '../../../shared/sync/index.ts';
import { dayInVietnam } from '../../../shared/vietnamese/index.ts';
import {
  type Actor,
  claimEnd,
  judgeWork,
  NEW_POST,
  type PostStatus,
  rolesOn,
  stepAwaited,
  type WorkAct,
} from '../../../shared/workflow/index.ts';
import type { Desk } from './desk.ts';
import { termOf } from './due.ts';
import { momentOf, receivedAtOf } from './moments.ts';
import { enqueue } from './outbox.ts';
import { portalNow } from './portal-clock.ts';
import { projectPost, statusOf } from './project.ts';

/** Who is at a review now. `until`: by the portal's clock; `null` while the portal has not heard of it. */
export interface Holder {
  readonly person: string;
  readonly until: string | null;
}

/** Who holds the step that is awaited; `null` when nobody does, or does no more. */
export function holderOf(desk: Desk, { claim }: PostStatus): Holder | null {
  if (claim === null) return null;
  const receivedAt = receivedAtOf(desk.db, claim.mutation);
  const end = claimEnd(receivedAt ?? momentOf(desk.db, claim.mutation) ?? '1970-01-01T00:00:00.000Z');
  const now = receivedAt === null ? desk.now() : portalNow(desk);
  return end > now.toISOString() ? { person: claim.person, until: receivedAt === null ? null : end } : null;
}

/** Who is at a review now, or to whom it was given, from a kept status. */
export function workerOf(desk: Desk, kept: string): PostRow['worker'] {
  const status: PostStatus = { ...NEW_POST, ...(JSON.parse(kept) as Partial<PostStatus>) };
  // Given before the post went back to its author, it waits with it.
  if (stepAwaited(desk.rules, status) === null) return null;
  const holder = holderOf(desk, status);
  const person = holder?.person ?? status.assignee;
  if (person === null) return null;
  const { name, isMe } = personShown(desk, person);
  return { name, isMe, isAtIt: holder !== null };
}

/** What the window shows of who works on the post, and what this person may say about it. */
export function workOf(desk: Desk, status: PostStatus): WorkState {
  const me = desk.me();
  const holder = holderOf(desk, status);
  const may = (act: WorkAct, assignee: Actor | null = null) => judged(desk, act, status, assignee);
  const claim = may('claim');
  const mayAssign = may('assign').allowed;
  const { due, daysLeft } = termOf(desk, status);
  return {
    step: stepAwaited(desk.rules, status),
    ...{ due, daysLeft },
    assignee: status.assignee === null ? null : personShown(desk, status.assignee),
    holder: holder && { ...personShown(desk, holder.person), until: holder.until },
    // Not offered to whom it does not concern; to others it says who is at it.
    claim:
      holder?.person === me.id || (!claim.allowed && claim.code !== 'claimed')
        ? null
        : { allowed: claim.allowed, code: claim.allowed ? null : claim.code },
    mayRelease: holder?.person === me.id && may('release').allowed,
    mayAssign,
    candidates: mayAssign
      ? membersWith(desk)
          .filter(({ actor }) => may('assign', actor).allowed)
          .map(toCandidate)
      : [],
  };
}

/**
 * Says who works on a review: signed, written to the outbox, shown at once.
 * @throws AppError `denied` with the reason's code, `changed_meanwhile` when the person looked at another revision.
 */
export function work(desk: Desk, act: WorkAct, wanted: Input<'work.claim'> & { readonly to?: string | null }): void {
  const { post, revision } = wanted;
  const status = statusOf(desk, post);
  if (status.submitted !== revision) throw new AppError('changed_meanwhile');
  const to = wanted.to ?? null;
  const assignee =
    to === null ? null : (membersWith(desk).find(({ id }) => id === to)?.actor ?? { person: to, roles: [] });
  const judgement = judged(desk, act, status, assignee);
  if (!judgement.allowed) throw new AppError('denied', { reason: judgement.code });
  desk.db.transaction(() => {
    if (act === 'assign') enqueue(desk, post, 'post.assign', { post, revision, to }, [status.last]);
    else enqueue(desk, post, `post.${act}`, { post, revision }, [status.last]);
    projectPost(desk, post);
  })();
  desk.tell('posts.changed', { posts: [post] });
}

function judged(desk: Desk, act: WorkAct, status: PostStatus, assignee: Actor | null): ReturnType<typeof judgeWork> {
  const me = desk.me();
  return judgeWork(
    desk.rules,
    act,
    status,
    { person: me.id, roles: me.roles },
    {
      revision: status.submitted ?? '',
      day: today(desk),
      holder: holderOf(desk, status)?.person ?? null,
      assignee,
    },
  );
}

interface BoardMember {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly actor: Actor;
}

/** Everybody of the board with the roles they hold today, those stood in for included. */
function membersWith(desk: Desk): BoardMember[] {
  const day = today(desk);
  return desk.db
    .prepare<[], { id: string; name: string; title: string; roles: string; deputies: string }>(
      'SELECT * FROM member ORDER BY name',
    )
    .all()
    .map((row) => {
      const member = memberSchema.parse({ ...row, roles: JSON.parse(row.roles), deputies: JSON.parse(row.deputies) });
      const { id, name, title } = member;
      return { id, name, title, actor: { person: id, roles: rolesOn(member, day) } };
    });
}

function toCandidate({ id, name, title }: BoardMember): WorkState['candidates'][number] {
  return { person: id, name, title };
}

function personShown(desk: Desk, person: string): { person: string; name: string; isMe: boolean } {
  const row = desk.db.prepare<[string], { name: string }>('SELECT name FROM member WHERE id = ?').get(person);
  return { person, name: row?.name ?? '', isMe: person === desk.me().id };
}

function today(desk: Desk): string {
  return dayInVietnam(desk.now().toISOString());
}
