import type { Regulation } from './regulation.ts';
import type { Role } from './roles.ts';

/** Where the newest round of a post stands. Whether an earlier revision is public is a fact of its own (`live`). */
export const STATES = [
  'draft',
  'submitted',
  'appraised',
  'returned',
  'approved',
  'scheduled',
  'published',
  'published_unreviewed',
  'withdrawn',
] as const;
export type State = (typeof STATES)[number];

/** What may be done to a post. `publish` and `hold` are the portal's own acts. */
export const TRANSITION_NAMES = [
  'submit',
  'recall',
  'appraise',
  'return',
  'approve',
  'urgent',
  'schedule',
  'publish',
  'hold',
  'review',
  'withdraw',
] as const;
export type TransitionName = (typeof TRANSITION_NAMES)[number];

/**
 * Why a live page may be taken down: a closed list, shown to readers (design 5). `replaced` leads readers to the post
 * that takes its place; for all others the address says that the page is gone.
 */
export const WITHDRAWAL_REASONS = [
  'wrong_content',
  'personal_data',
  'outdated',
  'copyright',
  'requested',
  'replaced',
] as const;
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];

/**
 * Why the portal holds what was approved: its pictures, a category no longer in force, an approval given on a device
 * that was revoked from an earlier point on, words that were erased, or a unit that was merged into another.
 */
export const HOLD_REASONS = [
  'missing_pictures',
  'category_ended',
  'approval_flagged',
  'erased',
  'unit_closed',
] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/**
 * One transition as data.
 * - `to: null` leaves the state to the fold (withdrawing the live page while a correction is under review keeps the
 *   review and voids an approval that is not published yet).
 * - `by: 'owner'` limits it to the post's author.
 * - `separation`: nobody who authored a revision since the last publication may do it, unless an exemption says so.
 * - `needs`: `reason` in words, `listed_reason` from {@link WITHDRAWAL_REASONS}, `signature` with the person's own key,
 *   `live` a public page, `unreviewed` one that nobody reviewed, `online` a permit the portal gave just now, `time`.
 */
export interface Transition {
  readonly name: TransitionName;
  readonly from: readonly State[];
  readonly to: State | null;
  readonly roles: readonly (Role | 'portal')[];
  readonly by: 'owner' | 'anyone';
  readonly separation: boolean;
  readonly needs: readonly ('reason' | 'listed_reason' | 'signature' | 'live' | 'unreviewed' | 'online' | 'time')[];
}

/** Every transition, the same under all rules of a unit: those say how many stages, who, by when, with which checks. */
export const TRANSITIONS = [
  {
    name: 'submit',
    // A new submission during review ends that review (design 5).
    from: [
      'draft',
      'returned',
      'published',
      'published_unreviewed',
      'withdrawn',
      'submitted',
      'appraised',
      'approved',
      'scheduled',
    ],
    to: 'submitted',
    roles: ['author'],
    by: 'owner',
    separation: false,
    needs: [],
  },
  {
    name: 'recall',
    from: ['submitted', 'appraised', 'approved', 'scheduled'],
    to: 'draft',
    roles: ['author'],
    by: 'owner',
    separation: false,
    needs: [],
  },
  {
    name: 'appraise',
    from: ['submitted'],
    to: 'appraised',
    // A stage names those of them who pass it.
    roles: ['reviewer', 'approver', 'head'],
    by: 'anyone',
    separation: true,
    needs: [],
  },
  {
    name: 'return',
    from: ['submitted', 'appraised', 'approved', 'scheduled'],
    to: 'returned',
    roles: ['reviewer', 'approver', 'head'],
    by: 'anyone',
    separation: false,
    needs: ['reason'],
  },
  {
    name: 'approve',
    from: ['appraised'],
    to: 'approved',
    roles: ['approver', 'head'],
    by: 'anyone',
    separation: true,
    needs: ['signature'],
  },
  {
    name: 'urgent',
    from: ['submitted', 'appraised'],
    to: 'approved',
    roles: ['approver', 'head'],
    by: 'anyone',
    separation: false,
    needs: ['reason', 'signature', 'online'],
  },
  {
    name: 'schedule',
    from: ['approved', 'scheduled'],
    to: 'scheduled',
    roles: ['clerk', 'approver', 'head'],
    by: 'anyone',
    separation: false,
    needs: ['time'],
  },
  {
    name: 'publish',
    from: ['approved', 'scheduled'],
    to: 'published',
    roles: ['portal'],
    by: 'anyone',
    separation: false,
    needs: [],
  },
  {
    name: 'hold',
    from: ['approved', 'scheduled'],
    to: null,
    roles: ['portal'],
    by: 'anyone',
    separation: false,
    needs: [],
  },
  {
    name: 'review',
    from: ['published_unreviewed', 'published', 'draft', 'returned', 'submitted', 'appraised', 'approved', 'scheduled'],
    to: null,
    roles: ['reviewer', 'approver', 'head'],
    by: 'anyone',
    separation: true,
    needs: ['live', 'unreviewed'],
  },
  {
    name: 'withdraw',
    from: ['published', 'published_unreviewed', 'draft', 'returned', 'submitted', 'appraised', 'approved', 'scheduled'],
    to: null,
    roles: ['head'],
    by: 'anyone',
    separation: false,
    needs: ['listed_reason', 'live'],
  },
] as const satisfies readonly Transition[];

/** The rules of one unit at one time: the regulation, under the name that approvals give it. */
export interface Rules extends Regulation {
  readonly version: string;
  readonly transitions: readonly Transition[];
}

/** The transition of that name under those rules, or `null`. */
export function transitionOf(rules: Pick<Rules, 'transitions'>, name: TransitionName): Transition | null {
  return rules.transitions.find((transition) => transition.name === name) ?? null;
}
