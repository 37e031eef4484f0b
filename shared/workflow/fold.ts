import type { Action } from './mutations.ts';
import { transitionOfMutation } from './mutations.ts';
import type { Rules, State } from './transitions.ts';
import { transitionOf } from './transitions.ts';

/**
 * One mutation as the fold sees it. `person` is who made it (`null`: the portal). `contributors` are the persons who
 * authored an ancestor of the named revision since the last publication: the portal computes them for what it
 * confirms, the client for what it holds.
 */
export interface WorkflowEvent {
  readonly id: string;
  readonly action: Action;
  readonly person: string | null;
  readonly contributors: readonly string[];
}

/** What is known of a post. Revision ids throughout; `last` is the newest workflow mutation. */
export interface PostStatus {
  readonly state: State;
  readonly owner: string | null;
  /** Newest revision its author saved, as far as the viewer may know. */
  readonly head: string | null;
  /** The revision under review, approved or published in the newest round. */
  readonly submitted: string | null;
  readonly contributors: readonly string[];
  readonly approval: { readonly mutation: string; readonly revision: string; readonly person: string } | null;
  /** What the public sees now. */
  readonly live: string | null;
  readonly reason: string | null;
  readonly last: string | null;
}

/** A post nothing has happened to yet. */
export const NEW_POST: PostStatus = {
  state: 'draft',
  owner: null,
  head: null,
  submitted: null,
  contributors: [],
  approval: null,
  live: null,
  reason: null,
  last: null,
};

/** The status after all events, confirmed first, then pending in their causal order. Pure (design 5, 6). */
export function foldStatus(events: Iterable<WorkflowEvent>, rules: Rules, from: PostStatus = NEW_POST): PostStatus {
  let status = from;
  for (const event of events) status = applyEvent(status, event, rules);
  return status;
}

/** The status after one more event. Does not judge: what the portal accepted has happened. */
export function applyEvent(status: PostStatus, event: WorkflowEvent, rules: Rules): PostStatus {
  const { action } = event;
  if (action.name === 'post.save')
    return { ...status, owner: status.owner ?? event.person, head: action.args.revision };

  const name = transitionOfMutation(action.name);
  const to = name === null ? null : (transitionOf(rules, name)?.to ?? null);
  const moved: PostStatus = { ...status, state: to ?? status.state, last: event.id };
  switch (action.name) {
    case 'post.submit':
      return {
        ...moved,
        owner: status.owner ?? event.person,
        head: status.head ?? action.args.revision,
        submitted: action.args.revision,
        contributors: event.contributors,
        approval: null,
        reason: null,
      };
    case 'post.recall':
      return { ...moved, submitted: null, approval: null, reason: null };
    case 'post.appraise':
      return { ...moved, reason: null };
    case 'post.return':
      return { ...moved, approval: null, reason: action.args.reason };
    case 'post.approve':
      return {
        ...moved,
        approval: { mutation: event.id, revision: action.args.revision, person: event.person ?? '' },
        reason: null,
      };
    case 'post.publish':
      return { ...moved, live: action.args.revision, approval: null };
    case 'post.withdraw':
      return {
        ...moved,
        state: stateAfterWithdrawal(status.state),
        approval: null,
        live: null,
        reason: action.args.explanation === '' ? action.args.reason : action.args.explanation,
      };
  }
}

/**
 * "A live page is withdrawn until approved anew" (design 3): a correction that was approved and waited for its pictures
 * goes back to the head's decision, or a picture that arrives would make the post public again by itself. A review
 * short of an approval goes on.
 */
function stateAfterWithdrawal(state: State): State {
  if (state === 'published') return 'withdrawn';
  return state === 'approved' ? 'appraised' : state;
}
