import { describe, expect, it } from 'vitest';
import { isMessageKey } from '../i18n/index.ts';
import {
  DEFAULT_RULES,
  judge,
  NEW_POST,
  type PostStatus,
  ROLES,
  type Role,
  STATES,
  TRANSITION_NAMES,
} from './index.ts';

/*
 * Who may do what, written down by hand from design 5 and read by nothing but this test: the rules in `transitions.ts` are
 * checked against it in every case there is. A cell names the roles that may, and
 * - `own`: only on a post of one's own;
 * - `notWritten`: only by somebody who wrote none of what is approved;
 * - `live`: only while readers see a page of it.
 * What is not in the table is forbidden.
 */
type Cell = { readonly roles: readonly (Role | 'portal')[]; readonly only?: 'own' | 'notWritten' | 'live' };

const SUBMIT: Cell = { roles: ['author'], only: 'own' };
const RECALL: Cell = { roles: ['author'], only: 'own' };
const APPRAISE: Cell = { roles: ['reviewer', 'head'], only: 'notWritten' };
const RETURN: Cell = { roles: ['reviewer', 'head'] };
const APPROVE: Cell = { roles: ['head'], only: 'notWritten' };
const PUBLISH: Cell = { roles: ['portal'] };
const WITHDRAW: Cell = { roles: ['head'], only: 'live' };

const TABLE: Readonly<Record<string, Readonly<Record<string, Cell>>>> = {
  draft: { submit: SUBMIT, withdraw: WITHDRAW },
  returned: { submit: SUBMIT, withdraw: WITHDRAW },
  submitted: { submit: SUBMIT, recall: RECALL, appraise: APPRAISE, return: RETURN, withdraw: WITHDRAW },
  appraised: { submit: SUBMIT, recall: RECALL, return: RETURN, approve: APPROVE, withdraw: WITHDRAW },
  approved: { submit: SUBMIT, recall: RECALL, return: RETURN, publish: PUBLISH, withdraw: WITHDRAW },
  published: { submit: SUBMIT, withdraw: WITHDRAW },
  withdrawn: { submit: SUBMIT },
};

/** How the person stands to the post. `first`: nobody has saved it yet. */
const RELATIONS = {
  owner: { owner: 'me', contributors: ['me'] },
  /** Wrote a part of it, on a post of somebody else. */
  coWriter: { owner: 'other', contributors: ['other', 'me'] },
  /** Owns the post, and wrote nothing since it was last public. */
  ownerWhoWroteNothing: { owner: 'me', contributors: ['other'] },
  stranger: { owner: 'other', contributors: ['other'] },
  first: { owner: null, contributors: [] },
} as const;

/** Every set of roles, the empty one too. */
const ROLE_SETS: readonly (readonly Role[])[] = Array.from({ length: 2 ** ROLES.length }, (_, bits) =>
  ROLES.filter((_, place) => (bits >> place) % 2 === 1),
);
const SUBMITTED = '1'.repeat(64);
const LIVE = '2'.repeat(64);
const NEWER = '3'.repeat(64);

/** Every case: transition x state x roles (or the portal) x relation x with or without a live page. */
const CASES = TRANSITION_NAMES.flatMap((name) =>
  STATES.flatMap((state) =>
    ([...ROLE_SETS, 'portal'] as const).flatMap((roles) =>
      (Object.keys(RELATIONS) as (keyof typeof RELATIONS)[]).flatMap((relation) =>
        [true, false].map((isLive) => ({ name, state, roles, relation, isLive })),
      ),
    ),
  ),
);

function statusOf({ state, relation, isLive }: (typeof CASES)[number]): PostStatus {
  return { ...NEW_POST, state, ...RELATIONS[relation], head: NEWER, submitted: SUBMITTED, live: isLive ? LIVE : null };
}
const revisionOf = (name: string): string => (name === 'submit' ? NEWER : name === 'withdraw' ? LIVE : SUBMITTED);
const actorOf = ({ roles }: (typeof CASES)[number]) => (roles === 'portal' ? 'portal' : { person: 'me', roles });

function isAllowedByHand({ name, state, roles, relation, isLive }: (typeof CASES)[number]): boolean {
  const cell = TABLE[state]?.[name];
  if (cell === undefined) return false;
  const held: readonly string[] = roles === 'portal' ? ['portal'] : roles;
  if (!cell.roles.some((role) => held.includes(role))) return false;
  const { owner, contributors } = RELATIONS[relation];
  if (cell.only === 'own') return owner === null || owner === 'me';
  if (cell.only === 'notWritten') return !(contributors as readonly string[]).includes('me');
  return cell.only !== 'live' || isLive;
}

const isUnderReview = (state: string): boolean => ['submitted', 'appraised', 'approved'].includes(state);

describe('the permission table', () => {
  it('is what the rules say, in each of its cases', () => {
    const differing = CASES.filter((one) => {
      const judged = judge(DEFAULT_RULES, one.name, statusOf(one), actorOf(one), revisionOf(one.name));
      return judged.allowed !== isAllowedByHand(one);
    });
    expect(differing).toEqual([]);
    expect(CASES).toHaveLength(TRANSITION_NAMES.length * STATES.length * 9 * 5 * 2);
    expect(Object.keys(TABLE).sort()).toEqual([...STATES].sort());
  });

  it('allows nothing on a revision other than the one it is about', () => {
    for (const one of CASES) {
      const others = [SUBMITTED, LIVE, NEWER, '4'.repeat(64)].filter((id) => id !== revisionOf(one.name));
      for (const revision of others) {
        const { allowed } = judge(DEFAULT_RULES, one.name, statusOf(one), actorOf(one), revision);
        // A submission may name any text that is neither live nor under review: the portal looks up whether it was saved.
        const isKnown = (one.isLive && revision === LIVE) || (isUnderReview(one.state) && revision === SUBMITTED);
        const mayBeNew = one.name === 'submit' && !isKnown && isAllowedByHand(one);
        if (!mayBeNew) expect(allowed, JSON.stringify({ ...one, revision })).toBe(false);
      }
    }
  });

  it('gives a reason with a sentence for every refusal', () => {
    const codes = CASES.flatMap((one) => {
      const judged = judge(DEFAULT_RULES, one.name, statusOf(one), actorOf(one), revisionOf(one.name));
      return judged.allowed ? [] : [judged.code];
    });
    for (const code of new Set(codes)) expect(isMessageKey(`workflow.denied.${code}`), code).toBe(true);
  });

  it('lets nobody who wrote it appraise or approve it, whatever roles they hold', () => {
    for (const one of CASES)
      if ((one.name === 'appraise' || one.name === 'approve') && ['owner', 'coWriter'].includes(one.relation))
        expect(isAllowedByHand(one)).toBe(false);
  });
});
