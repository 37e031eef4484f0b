import type { PostStatus } from './fold.ts';
import { type Actor, type Circumstances, type DenialCode, type Judgement, judge } from './judge.ts';
import { stateUnder } from './stages.ts';
import type { Rules, TransitionName } from './transitions.ts';

/**
 * Says who works on a review, so that two people do not do it twice: the head gives it to somebody, somebody takes it, or
 * leaves it again. It moves the post nowhere and no decision builds on it (docs/decisions/0031).
 */
export const WORK_ACTS = ['assign', 'claim', 'release'] as const;
export type WorkAct = (typeof WORK_ACTS)[number];

/** Who may give work to others. */
const ASSIGNING_ROLES = ['approver', 'head'] as const;

/** How long *đang thẩm định* lasts from the portal's receipt, in milliseconds: half a working day. */
export const CLAIM_MS = 4 * 3_600_000;

/** When a claim ends by the portal's clock. `receivedAt`: when the portal received it, ISO. */
export function claimEnd(receivedAt: string): string {
  return new Date(Date.parse(receivedAt) + CLAIM_MS).toISOString();
}

/** What is known beside the status when an act about work is judged. */
export interface WorkAbout {
  /** The revision it names. */
  readonly revision: string;
  /** The day, ISO date in Vietnam. */
  readonly day: string;
  /** Who holds a claim that has not ended, or `null`. */
  readonly holder: string | null;
  /** To whom the work would be given, with the roles they hold; `null`: to nobody any more. */
  readonly assignee?: Actor | null;
}

/** The step that a review waits for, or `null` when the post is not under review. */
export function stepAwaited(rules: Rules, status: PostStatus): Extract<TransitionName, 'appraise' | 'approve'> | null {
  switch (stateUnder(rules, status)) {
    case 'submitted':
      return 'appraise';
    case 'appraised':
      return 'approve';
    default:
      return null;
  }
}

/** Whether the actor may do it now: the same function on the client and, with authority, on the portal. */
export function judgeWork(rules: Rules, act: WorkAct, status: PostStatus, actor: Actor, about: WorkAbout): Judgement {
  const step = stepAwaited(rules, status);
  if (step === null) return deny('wrong_state');
  const how: Circumstances = { day: about.day };
  switch (act) {
    case 'claim': {
      const may = judge(rules, step, status, actor, about.revision, how);
      if (!may.allowed) return may;
      return about.holder !== null && about.holder !== actor.person ? deny('claimed') : may;
    }
    case 'release':
      if (status.submitted !== about.revision) return deny('other_revision');
      return status.claim?.person === actor.person ? { allowed: true } : deny('not_claimed');
    case 'assign': {
      if (!ASSIGNING_ROLES.some((role) => actor.roles.includes(role))) return deny('wrong_role');
      if (status.submitted !== about.revision) return deny('other_revision');
      const { assignee = null } = about;
      if (assignee === null) return { allowed: true };
      return judge(rules, step, status, assignee, about.revision, how).allowed ? { allowed: true } : deny('not_theirs');
    }
  }
}

const deny = (code: DenialCode): Judgement => ({ allowed: false, code });
