import type { Action } from './mutations.ts';
import { transitionOfMutation } from './mutations.ts';
import { FIRST_STAGE } from './regulation.ts';
import { type HoldReason, type State, TRANSITIONS, transitionOf } from './transitions.ts';

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
  /** Where the round stands, whatever the rules: `appraised` says that a stage was passed. See `stateUnder`. */
  readonly state: State;
  readonly owner: string | null;
  /** Newest revision its author saved, as far as the viewer may know. */
  readonly head: string | null;
  /** The revision under review, approved or published in the newest round. */
  readonly submitted: string | null;
  /** Its categories, as the submission named them; `null` when it named none. */
  readonly categories: readonly string[] | null;
  readonly contributors: readonly string[];
  /** The stages passed in this round, and by whom. */
  readonly passed: readonly { readonly stage: string; readonly person: string }[];
  readonly approval: {
    readonly mutation: string;
    readonly revision: string;
    readonly person: string;
    /** Before the review was done. */
    readonly isUrgent: boolean;
    /** What let the person decide on their own words; `null` when nothing had to. */
    readonly exemption: string | null;
  } | null;
  /** Not to be published before, ISO. */
  readonly scheduledAt: string | null;
  /** Why the portal did not publish it at its time; `null` while it will. */
  readonly held: HoldReason | null;
  /** What the public sees now. */
  readonly live: string | null;
  /** The live page was published before anybody reviewed it, or under an approval that was flagged. */
  readonly unreviewed: {
    /** What made it public, or what was flagged; `person` made that, `contributors` wrote the page. */
    readonly mutation: string;
    readonly person: string;
    readonly contributors: readonly string[];
  } | null;
  readonly reason: string | null;
  readonly last: string | null;
  /** A draft that its author threw away; it comes back by being restored or written on. */
  readonly isBinned: boolean;
  /** To whom the review was given. It stays theirs while the post is away with its author. */
  readonly assignee: string | null;
  /** Who took the step that is awaited, by which mutation: it ends some time after the portal received that. */
  readonly claim: { readonly mutation: string; readonly person: string } | null;
}

/** A post nothing has happened to yet. */
export const NEW_POST: PostStatus = {
  state: 'draft',
  owner: null,
  head: null,
  submitted: null,
  categories: null,
  contributors: [],
  passed: [],
  approval: null,
  scheduledAt: null,
  held: null,
  live: null,
  unreviewed: null,
  reason: null,
  last: null,
  isBinned: false,
  assignee: null,
  claim: null,
};

/** Whether a draft may go into its author's bin: one that was never submitted. What the board has seen stays in sight. */
export function isBinnable({ state, last, head, live, submitted }: PostStatus): boolean {
  return state === 'draft' && last === null && head !== null && live === null && submitted === null;
}

/** What ends the step somebody was at, and what ends the work that somebody was given. */
const ENDS_STEP: ReadonlySet<string> = new Set<Action['name']>([
  ...(['post.submit', 'post.recall', 'post.appraise', 'post.return', 'post.approve', 'post.urgent'] as const),
]);
const ENDS_WORK: ReadonlySet<string> = new Set<Action['name']>(['post.appraise', 'post.approve', 'post.urgent']);

/** The round's decision is void. */
const UNDECIDED = { approval: null, scheduledAt: null, held: null } as const;

/**
 * The status after all events, confirmed first, then pending in their causal order (design 5, 6). Pure, and the same
 * under all rules: a new regulation changes what may be done next, never what was done.
 */
export function foldStatus(events: Iterable<WorkflowEvent>, from: PostStatus = NEW_POST): PostStatus {
  let status = from;
  for (const event of events) status = applyEvent(status, event);
  return status;
}

/**
 * The revisions of a post that were public and that a second person answers for: from there on separation of duties
 * counts anew. What was urgent, or public under an approval that was flagged, is none until it was reviewed: else its
 * writer could approve it once somebody else has corrected a comma.
 */
export function answeredFor(events: Iterable<WorkflowEvent>): Set<string> {
  const answered = new Set<string>();
  let status = NEW_POST;
  for (const event of events) {
    status = applyEvent(status, event);
    const { name, args } = event.action;
    const isAnswered = name === 'post.publish' ? status.unreviewed === null : name === 'post.review';
    if (isAnswered || name === 'post.import') answered.add(args.revision);
    if (name === 'post.hold' && status.unreviewed?.mutation === args.approval) answered.delete(args.revision);
  }
  return answered;
}

/** The status after one more event. Does not judge: what the portal accepted has happened. */
export function applyEvent(status: PostStatus, event: WorkflowEvent): PostStatus {
  const { action } = event;
  switch (action.name) {
    case 'post.save':
      return { ...status, owner: status.owner ?? event.person, head: action.args.revision, isBinned: false };
    case 'post.bin':
      // A text saved meanwhile wins over the deletion, in whatever order the two came to be known here.
      return { ...status, isBinned: isBinnable(status) && status.head === action.args.revision };
    case 'post.restore':
      return { ...status, isBinned: false };
    case 'post.hand_over':
      return { ...status, owner: action.args.to, isBinned: false };
    case 'post.assign':
      return { ...status, assignee: action.args.to };
    case 'post.claim':
      return { ...status, claim: { mutation: event.id, person: event.person ?? '' } };
    case 'post.release':
      return { ...status, claim: null };
    case 'post.comment':
    case 'post.resolveComment':
      return status;
    case 'post.import': {
      const { revision, by } = action.args;
      const isPublic = { state: 'published', head: revision, submitted: revision, live: revision } as const;
      return { ...status, ...UNDECIDED, ...isPublic, owner: by, contributors: [], last: event.id };
    }
  }

  const name = transitionOfMutation(action.name);
  const to = name === null ? null : (transitionOf({ transitions: TRANSITIONS }, name)?.to ?? null);
  const moved: PostStatus = {
    ...status,
    ...{ state: to ?? status.state, last: event.id, isBinned: false },
    ...(ENDS_STEP.has(action.name) ? { claim: null } : {}),
    ...(ENDS_WORK.has(action.name) ? { assignee: null } : {}),
  };
  switch (action.name) {
    case 'post.submit':
      return {
        ...moved,
        ...UNDECIDED,
        owner: status.owner ?? event.person,
        head: status.head ?? action.args.revision,
        submitted: action.args.revision,
        categories: action.args.categories ?? null,
        contributors: event.contributors,
        passed: [],
        reason: null,
      };
    case 'post.recall':
      return { ...moved, ...UNDECIDED, submitted: null, passed: [], reason: null };
    case 'post.appraise': {
      const passed = { stage: action.args.stage ?? FIRST_STAGE, person: event.person ?? '' };
      return { ...moved, passed: [...status.passed, passed], reason: null };
    }
    case 'post.return':
      return { ...moved, ...UNDECIDED, reason: action.args.reason };
    case 'post.approve': {
      const { publishAt = null, exemption = null } = action.args;
      return {
        ...moved,
        state: publishAt === null ? 'approved' : 'scheduled',
        approval: approvalOf(event, action.args.revision, false, exemption),
        scheduledAt: publishAt,
        held: null,
        reason: null,
      };
    }
    case 'post.urgent':
      return {
        ...moved,
        ...UNDECIDED,
        approval: approvalOf(event, action.args.revision, true, null),
        reason: action.args.reason,
      };
    case 'post.schedule':
      // Now, and with its pictures still to come: as if it had never been put off.
      return action.args.at === null
        ? { ...moved, state: 'approved', scheduledAt: null }
        : { ...moved, scheduledAt: action.args.at };
    case 'post.publish': {
      const urgent = status.approval?.isUrgent === true ? status.approval : null;
      return {
        ...moved,
        ...UNDECIDED,
        state: urgent === null ? 'published' : 'published_unreviewed',
        live: action.args.revision,
        unreviewed: urgent && {
          mutation: urgent.mutation,
          person: urgent.person,
          contributors: status.contributors,
        },
      };
    }
    case 'post.hold': {
      const { approval, person, reason, revision } = action.args;
      // Pictures come by themselves: that they are missing takes nothing back of what asks for a new decision.
      const held = reason === 'missing_pictures' ? (status.held ?? reason) : reason;
      if (status.approval?.mutation === approval) return { ...moved, held };
      if (status.live !== revision) return moved;
      const state = status.state === 'published' ? 'published_unreviewed' : status.state;
      return { ...moved, state, unreviewed: { mutation: approval, person, contributors: event.contributors } };
    }
    case 'post.review': {
      const state = status.state === 'published_unreviewed' ? 'published' : status.state;
      return { ...moved, state, unreviewed: null };
    }
    case 'post.withdraw':
      return {
        ...moved,
        ...UNDECIDED,
        state: stateAfterWithdrawal(status.state),
        live: null,
        unreviewed: null,
        reason: action.args.explanation === '' ? action.args.reason : action.args.explanation,
      };
  }
}

function approvalOf(
  { id, person }: WorkflowEvent,
  revision: string,
  isUrgent: boolean,
  exemption: string | null,
): NonNullable<PostStatus['approval']> {
  return { mutation: id, revision, person: person ?? '', isUrgent, exemption };
}

/**
 * "A live page is withdrawn until approved anew" (design 3): a correction that was approved and waited for its pictures
 * or its time goes back to the head's decision, or the post would become public again by itself. A review short of an
 * approval goes on.
 */
function stateAfterWithdrawal(state: State): State {
  if (state === 'published' || state === 'published_unreviewed') return 'withdrawn';
  return state === 'approved' || state === 'scheduled' ? 'appraised' : state;
}
