import type { PostStatus } from './fold.ts';
import type { Role, Rules, State, TransitionName } from './transitions.ts';
import { transitionOf } from './transitions.ts';

/** Who acts: a person and the roles held in the post's unit. */
export interface Actor {
  readonly person: string;
  readonly roles: readonly Role[];
}

/** Why a transition may not be made now. Each has a sentence under `workflow.denied.CODE`. */
export type DenialCode =
  | 'unknown_transition'
  | 'wrong_state'
  | 'wrong_role'
  | 'not_owner'
  | 'wrote_it'
  | 'other_revision'
  | 'not_live'
  | 'nothing_new'
  | 'no_title'
  | 'title_too_long'
  | 'summary_too_long'
  | 'too_many_blocks'
  | 'no_category'
  | 'empty_body'
  | 'missing_alt'
  | 'newer_version'
  | 'missing_pictures';

export type Judgement = { readonly allowed: true } | { readonly allowed: false; readonly code: DenialCode };

const UNDER_REVIEW: readonly State[] = ['submitted', 'appraised', 'approved'];
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
): Judgement {
  const transition = transitionOf(rules, name);
  if (transition === null) return deny('unknown_transition');
  if (!isRoleAllowed(transition.roles, actor)) return deny('wrong_role');
  if (transition.by === 'owner' && actor !== 'portal' && status.owner !== null && status.owner !== actor.person)
    return deny('not_owner');
  if (!(transition.from as readonly State[]).includes(status.state)) return deny('wrong_state');
  if (transition.needs.includes('live') && status.live === null) return deny('not_live');
  if (name === 'withdraw') return status.live === revision ? ALLOWED : deny('other_revision');
  if (name === 'submit') {
    const isUnderReview = UNDER_REVIEW.includes(status.state) && status.submitted === revision;
    return isUnderReview || status.live === revision ? deny('nothing_new') : ALLOWED;
  }
  if (status.submitted !== revision) return deny('other_revision');
  if (transition.separation && actor !== 'portal' && status.contributors.includes(actor.person))
    return deny('wrote_it');
  return ALLOWED;
}

function isRoleAllowed(roles: readonly (Role | 'portal')[], actor: Actor | 'portal'): boolean {
  if (actor === 'portal') return roles.includes('portal');
  return actor.roles.some((role) => roles.includes(role));
}
