/** What a person may be in a unit's board. One person may hold several roles. */
export const ROLES = ['author', 'reviewer', 'head'] as const;
export type Role = (typeof ROLES)[number];

/** Where the newest round of a post stands. Whether an earlier revision is public is a fact of its own (`live`). */
export const STATES = ['draft', 'submitted', 'appraised', 'returned', 'approved', 'published', 'withdrawn'] as const;
export type State = (typeof STATES)[number];

/** What may be done to a post. `publish` is the portal's own act. */
export const TRANSITION_NAMES = ['submit', 'recall', 'appraise', 'return', 'approve', 'publish', 'withdraw'] as const;
export type TransitionName = (typeof TRANSITION_NAMES)[number];

/** Why a live page may be taken down: a closed list, shown to readers (design 5). */
export const WITHDRAWAL_REASONS = ['wrong_content', 'personal_data', 'outdated', 'copyright', 'requested'] as const;
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];

/**
 * One transition as data.
 * - `to: null` leaves the state to the fold (withdrawing the live page while a correction is under review keeps the
 *   review and voids an approval that is not published yet).
 * - `by: 'owner'` limits it to the post's author.
 * - `separation`: nobody who authored a revision since the last publication may do it.
 * - `needs`: `reason` in words, `listed_reason` from {@link WITHDRAWAL_REASONS}, `signature` with the person's own key.
 */
export interface Transition {
  readonly name: TransitionName;
  readonly from: readonly State[];
  readonly to: State | null;
  readonly roles: readonly (Role | 'portal')[];
  readonly by: 'owner' | 'anyone';
  readonly separation: boolean;
  readonly needs: readonly ('reason' | 'listed_reason' | 'signature' | 'live')[];
}

/** The default regulation (Quy chế): one review stage and the head's decision. A unit's own versions come later. */
export const DEFAULT_RULES = {
  version: 'default-1',
  validFrom: '2026-07-01',
  basis: 'Nghị định 224/2026/NĐ-CP; Quy chế mẫu của Bản Thảo',
  // Together the five working days the law gives a unit's information (Luật Tiếp cận thông tin, Điều 18).
  due: { submitted: 2, appraised: 1, returned: 2 },
  transitions: [
    {
      name: 'submit',
      // A new submission during review ends that review (design 5).
      from: ['draft', 'returned', 'published', 'withdrawn', 'submitted', 'appraised', 'approved'],
      to: 'submitted',
      roles: ['author'],
      by: 'owner',
      separation: false,
      needs: [],
    },
    {
      name: 'recall',
      from: ['submitted', 'appraised', 'approved'],
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
      roles: ['reviewer', 'head'],
      by: 'anyone',
      separation: true,
      needs: [],
    },
    {
      name: 'return',
      from: ['submitted', 'appraised', 'approved'],
      to: 'returned',
      roles: ['reviewer', 'head'],
      by: 'anyone',
      separation: false,
      needs: ['reason'],
    },
    {
      name: 'approve',
      from: ['appraised'],
      to: 'approved',
      roles: ['head'],
      by: 'anyone',
      separation: true,
      needs: ['signature'],
    },
    {
      name: 'publish',
      from: ['approved'],
      to: 'published',
      roles: ['portal'],
      by: 'anyone',
      separation: false,
      needs: [],
    },
    {
      name: 'withdraw',
      from: ['published', 'draft', 'returned', 'submitted', 'appraised', 'approved'],
      to: null,
      roles: ['head'],
      by: 'anyone',
      separation: false,
      needs: ['listed_reason', 'live'],
    },
  ],
} as const satisfies {
  version: string;
  validFrom: string;
  basis: string;
  due: Partial<Record<State, number>>;
  transitions: readonly Transition[];
};

/** The rules of one unit at one time. */
export interface Rules {
  readonly version: string;
  /** Working days in which a post that stands there is to be dealt with. */
  readonly due: Readonly<Partial<Record<State, number>>>;
  readonly transitions: readonly Transition[];
}

/** The transition of that name under those rules, or `null`. */
export function transitionOf(rules: Rules, name: TransitionName): Transition | null {
  return rules.transitions.find((transition) => transition.name === name) ?? null;
}
