import { dayInVietnam } from '../../../shared/vietnamese/index.ts';
import { judge, type PostStatus, stepAwaited, type TransitionName } from '../../../shared/workflow/index.ts';
import type { Desk } from './desk.ts';
import { termOf } from './due.ts';

const REVIEW_ACTIONS: readonly TransitionName[] = ['appraise', 'approve'];

/**
 * What waits for this person: a decision they may make now, a post of theirs that came back, a page that nobody
 * reviewed and they may look at, or one of those that the head is to know of.
 */
export function isMyTurn(desk: Desk, status: PostStatus, isMine: boolean): boolean {
  if (isMine && status.state === 'returned') return true;
  const me = desk.me();
  const actor = { person: me.id, roles: me.roles };
  const how = { day: dayInVietnam(desk.now().toISOString()) };
  const { submitted, live, unreviewed, held } = status;
  const mayDo = (name: TransitionName, revision: string): boolean =>
    judge(desk.rules, name, status, actor, revision, how).allowed;
  if (submitted !== null && REVIEW_ACTIONS.some((name) => mayDo(name, submitted))) return true;
  if (unreviewed !== null && live !== null && (mayDo('review', live) || isReminded(desk, status))) return true;
  return me.roles.includes('head') && (held !== null || isLateWithOthers(desk, status));
}

/** A step of the review whose term is over: who heads the board is to know, whoever's turn it is. */
export function isLateWithOthers(desk: Desk, status: PostStatus): boolean {
  return stepAwaited(desk.rules, status) !== null && isOver(desk, status);
}

function isOver(desk: Desk, status: PostStatus): boolean {
  const { daysLeft } = termOf(desk, status);
  return daysLeft !== null && daysLeft < 0;
}

/** Of a page that nobody reviewed: the head is to know at once, all who answer for the board once its term is over. */
function isReminded(desk: Desk, status: PostStatus): boolean {
  const { roles } = desk.me();
  if (roles.includes('head')) return true;
  return isOver(desk, status) && roles.some((role) => ['reviewer', 'approver', 'administrator'].includes(role));
}
