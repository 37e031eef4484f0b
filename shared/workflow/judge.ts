import type { PostStatus } from './fold.ts';
import type { Role } from './roles.ts';
import { exemptionFor, stagesLeft, stateUnder } from './stages.ts';
import type { Rules, State, TransitionName } from './transitions.ts';
import { transitionOf } from './transitions.ts';

/** Who acts: a person and the roles held in the post's unit, those stood in for included. */
export interface Actor {
  readonly person: string;
  readonly roles: readonly Role[];
}

/** How it is done. What is left out is judged as nothing: no network, no stage named, no exemption. */
export interface Circumstances {
  /** The portal answers, or has just given its permit. */
  readonly isOnline?: boolean;
  /** The day, ISO date in Vietnam: exemptions last from one to another. */
  readonly day?: string;
  /** The stage an appraisal passes; the first that is left when it is not named. */
  readonly stage?: string;
  /** The exemption the act relies on; any that covers it when it is not named. `null`: none. */
  readonly exemption?: string | null;
  /** Checks that were ticked; not judged when left out, as for a button whose dialog asks for them. */
  readonly checks?: readonly string[];
}

/** Why a transition may not be made now. Each has a sentence under `workflow.denied.CODE`. */
export type DenialCode =
  | 'unknown_transition'
  | 'wrong_state'
  | 'wrong_role'
  | 'not_owner'
  | 'wrote_it'
  | 'published_it'
  | 'passed_stage'
  | 'other_stage'
  | 'other_revision'
  | 'not_live'
  | 'reviewed_already'
  | 'nothing_new'
  | 'offline'
  | 'checks_open'
  | 'no_change_note'
  | 'no_replacement'
  | 'claimed'
  | 'not_claimed'
  | 'not_theirs'
  | 'no_title'
  | 'title_too_long'
  | 'summary_too_long'
  | 'too_many_blocks'
  | 'no_category'
  | 'empty_body'
  | 'missing_alt'
  | 'newer_version'
  | 'block_over_limit'
  | 'missing_pictures';

export type Judgement = { readonly allowed: true } | { readonly allowed: false; readonly code: DenialCode };

const UNDER_REVIEW: readonly State[] = ['submitted', 'appraised', 'approved', 'scheduled'];
const ALLOWED: Judgement = { allowed: true };
const deny = (code: DenialCode): Judgement => ({ allowed: false, code });

/**
 * Whether the actor may make the transition on that revision of a post in that status. The same function enables the
 * button on the client and decides, with authority, on the portal. It judges rules, not content: see `readiness`.
 */
export function judge(
  rules: Rules,
  name: TransitionName,
  status: PostStatus,
  actor: Actor | 'portal',
  revision: string,
  how: Circumstances = {},
): Judgement {
  const transition = transitionOf(rules, name);
  if (transition === null) return deny('unknown_transition');
  if (!isRoleAllowed(transition.roles, actor)) return deny('wrong_role');
  if (transition.by === 'owner' && actor !== 'portal' && status.owner !== null && status.owner !== actor.person)
    return deny('not_owner');
  if (!transition.from.includes(stateUnder(rules, status))) return deny('wrong_state');
  if (transition.needs.includes('live') && status.live === null) return deny('not_live');
  if (transition.needs.includes('unreviewed') && status.unreviewed === null) return deny('reviewed_already');
  if (transition.needs.includes('online') && how.isOnline !== true) return deny('offline');
  const about = judgeRevision(name, status, revision);
  if (!about.allowed) return about;
  if (actor !== 'portal') {
    const apart = judgeSeparation(rules, name, status, actor, how);
    if (!apart.allowed) return apart;
  }
  const open = how.checks === undefined ? [] : checksLeft(rules, name, how.checks);
  return open.length > 0 ? deny('checks_open') : ALLOWED;
}

function judgeRevision(name: TransitionName, status: PostStatus, revision: string): Judgement {
  if (name === 'withdraw' || name === 'review') return status.live === revision ? ALLOWED : deny('other_revision');
  if (name === 'submit') {
    const isUnderReview = UNDER_REVIEW.includes(status.state) && status.submitted === revision;
    return isUnderReview || status.live === revision ? deny('nothing_new') : ALLOWED;
  }
  return status.submitted === revision ? ALLOWED : deny('other_revision');
}

/** Who stands too near to it, or has done their part: separation of duties, and one person a stage. */
function judgeSeparation(
  rules: Rules,
  name: TransitionName,
  status: PostStatus,
  actor: Actor,
  how: Circumstances,
): Judgement {
  if (name === 'appraise') {
    const [stage] = stagesLeft(rules, status);
    if (stage === undefined || (how.stage !== undefined && how.stage !== stage.id)) return deny('other_stage');
    if (!stage.roles.some((role) => actor.roles.includes(role))) return deny('wrong_role');
  }
  const granted = how.day === undefined ? null : exemptionFor(rules, name, actor.person, how.day);
  const isExempt = granted !== null && (how.exemption === undefined || how.exemption === granted.id);
  if (isExempt) return ALLOWED;
  // What is live may be older than what is under review now.
  const writers = name === 'review' ? (status.unreviewed?.contributors ?? []) : status.contributors;
  if (transitionOf(rules, name)?.separation === true && writers.includes(actor.person)) return deny('wrote_it');
  if (name === 'review' && status.unreviewed?.person === actor.person) return deny('published_it');
  if (name === 'appraise' && hasPassed(rules, status, actor.person)) return deny('passed_stage');
  return ALLOWED;
}

/** Whether that person passed a stage of this round that the rules still have. */
export function hasPassed(rules: Rules, status: PostStatus, person: string): boolean {
  return status.passed.some((one) => one.person === person && rules.stages.some(({ id }) => id === one.stage));
}

/** Ids of the checks before that transition that must be ticked and are not. */
export function checksLeft(rules: Rules, name: TransitionName, ticked: readonly string[]): string[] {
  const items = rules.checklists.find(({ transition }) => transition === name)?.items ?? [];
  return items.filter(({ id, level }) => level === 'block' && !ticked.includes(id)).map(({ id }) => id);
}

/**
 * As {@link judge}, for an act that names the rules it was judged by: allowed when both those and the ones in force
 * allow it (design 5). `named` is `undefined` for an act that names none, `null` when nobody knows that name.
 */
export function judgeUnderBoth(
  inForce: Rules,
  named: Rules | null | undefined,
  ...about: [TransitionName, PostStatus, Actor, string, Circumstances]
): Judgement | { readonly allowed: false; readonly code: 'rules_changed' } {
  if (named === null) return { allowed: false, code: 'rules_changed' };
  const now = judge(inForce, ...about);
  if (named === undefined || named.version === inForce.version) return now;
  const then = judge(named, ...about);
  if (now.allowed === then.allowed) return now;
  return { allowed: false, code: 'rules_changed' };
}

function isRoleAllowed(roles: readonly (Role | 'portal')[], actor: Actor | 'portal'): boolean {
  if (actor === 'portal') return roles.includes('portal');
  return actor.roles.some((role) => roles.includes(role));
}
