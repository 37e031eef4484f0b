import { describe, expect, it } from 'vitest';
import { isMessageKey } from '../i18n/index.ts';
import {
  DEFAULT_RULES,
  type Exemption,
  judge,
  judgeUnderBoth,
  NEW_POST,
  type PostStatus,
  ROLES,
  type Role,
  type Rules,
  rolesOn,
  STATES,
  TRANSITION_NAMES,
} from './index.ts';

/*
 * Who may do what, written down by hand from design 5 and read by nothing but this test: the rules in `transitions.ts` are
 * checked against it in every case there is. A cell names the roles that may, and
 * - `own`: only on a post of one's own;
 * - `notWritten`: only by somebody who wrote none of what is approved;
 * - `live`: only while readers see a page of it;
 * - `second`: only on a page that nobody reviewed, by somebody who neither wrote nor published it;
 * - `online`: only while the portal answers.
 * What is not in the table is forbidden.
 */
type Only = 'own' | 'notWritten' | 'live' | 'second' | 'online';
type Cell = { readonly roles: readonly (Role | 'portal')[]; readonly only?: Only };

const SUBMIT: Cell = { roles: ['author'], only: 'own' };
const RECALL: Cell = { roles: ['author'], only: 'own' };
const APPRAISE: Cell = { roles: ['reviewer', 'head'], only: 'notWritten' };
const RETURN: Cell = { roles: ['reviewer', 'approver', 'head'] };
const APPROVE: Cell = { roles: ['head', 'approver'], only: 'notWritten' };
const URGENT: Cell = { roles: ['head', 'approver'], only: 'online' };
const SCHEDULE: Cell = { roles: ['clerk', 'approver', 'head'] };
const PORTAL: Cell = { roles: ['portal'] };
const REVIEW: Cell = { roles: ['reviewer', 'approver', 'head'], only: 'second' };
const WITHDRAW: Cell = { roles: ['head'], only: 'live' };

const ALWAYS = { submit: SUBMIT, review: REVIEW, withdraw: WITHDRAW };
const TABLE: Readonly<Record<string, Readonly<Record<string, Cell>>>> = {
  draft: ALWAYS,
  returned: ALWAYS,
  submitted: { ...ALWAYS, recall: RECALL, appraise: APPRAISE, return: RETURN, urgent: URGENT },
  appraised: { ...ALWAYS, recall: RECALL, return: RETURN, approve: APPROVE, urgent: URGENT },
  approved: { ...ALWAYS, recall: RECALL, return: RETURN, schedule: SCHEDULE, publish: PORTAL, hold: PORTAL },
  scheduled: { ...ALWAYS, recall: RECALL, return: RETURN, schedule: SCHEDULE, publish: PORTAL, hold: PORTAL },
  published: ALWAYS,
  published_unreviewed: ALWAYS,
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

/** What readers see: nothing, a page, or one that somebody published before anybody had reviewed it. */
const PAGES = ['none', 'reviewed', 'unreviewed', 'unreviewedOfMine'] as const;

const TODAY = '2026-11-20';
/** How the roles of a set are held: as one's own, for somebody else today, or for somebody else until yesterday. */
const HOLDINGS = {
  own: (roles: readonly Role[]) => ({ roles }),
  deputy: (roles: readonly Role[]) => ({ roles: [], deputies: roles.map((role) => deputy(role, TODAY, TODAY)) }),
  deputyNoMore: (roles: readonly Role[]) => ({
    roles: [],
    deputies: roles.map((role) => deputy(role, '2026-11-01', '2026-11-19')),
  }),
} as const;
const deputy = (role: Role, from: string, to: string) => ({ role, from, to, for: 'other' });

/** Every set of roles, the empty one too. */
const ROLE_SETS: readonly (readonly Role[])[] = Array.from({ length: 2 ** ROLES.length }, (_, bits) =>
  ROLES.filter((_, place) => (bits >> place) % 2 === 1),
);
const SUBMITTED = '1'.repeat(64);
const LIVE = '2'.repeat(64);
const NEWER = '3'.repeat(64);

interface Case {
  readonly name: (typeof TRANSITION_NAMES)[number];
  readonly state: (typeof STATES)[number];
  readonly roles: readonly Role[] | 'portal';
  readonly holding: keyof typeof HOLDINGS;
  readonly relation: keyof typeof RELATIONS;
  readonly page: (typeof PAGES)[number];
  readonly isOnline: boolean;
}

/** Every case: transition x state x roles (or the portal) x how held x relation x page x online or offline. */
function* cases(): Generator<Case> {
  for (const name of TRANSITION_NAMES)
    for (const state of STATES)
      for (const roles of [...ROLE_SETS, 'portal'] as const)
        for (const holding of Object.keys(HOLDINGS) as (keyof typeof HOLDINGS)[])
          for (const relation of Object.keys(RELATIONS) as (keyof typeof RELATIONS)[])
            for (const page of PAGES)
              for (const isOnline of [true, false]) yield { name, state, roles, holding, relation, page, isOnline };
}
const COUNT = TRANSITION_NAMES.length * STATES.length * 65 * 3 * 5 * 4 * 2;

function statusOf({ state, relation, page }: Case): PostStatus {
  const { owner, contributors } = RELATIONS[relation];
  const unreviewed = { mutation: 'm', person: page === 'unreviewedOfMine' ? 'me' : 'other', contributors };
  return {
    ...NEW_POST,
    ...{ state, owner, contributors, head: NEWER, submitted: SUBMITTED, live: page === 'none' ? null : LIVE },
    passed: state === 'submitted' ? [] : [{ stage: 'review', person: 'somebody' }],
    unreviewed: page.startsWith('unreviewed') ? unreviewed : null,
  };
}
const revisionOf = (name: string): string =>
  name === 'submit' ? NEWER : name === 'withdraw' || name === 'review' ? LIVE : SUBMITTED;
const rolesOf = ({ roles, holding }: Case): readonly string[] =>
  roles === 'portal' ? ['portal'] : holding === 'deputyNoMore' ? [] : roles;
const actorOf = ({ roles, holding }: Case) =>
  roles === 'portal' ? 'portal' : { person: 'me', roles: rolesOn(HOLDINGS[holding](roles), TODAY) };
const judged = (one: Case) =>
  judge(DEFAULT_RULES, one.name, statusOf(one), actorOf(one), revisionOf(one.name), {
    isOnline: one.isOnline,
    day: TODAY,
  });

function isAllowedByHand(one: Case): boolean {
  const cell = TABLE[one.state]?.[one.name];
  if (cell === undefined) return false;
  if (!cell.roles.some((role) => rolesOf(one).includes(role))) return false;
  const { owner, contributors } = RELATIONS[one.relation];
  const isWritten = (contributors as readonly string[]).includes('me');
  switch (cell.only) {
    case 'own':
      return owner === null || owner === 'me';
    case 'notWritten':
      return !isWritten;
    case 'live':
      return one.page !== 'none';
    case 'second':
      return one.page === 'unreviewed' && !isWritten;
    case 'online':
      return one.isOnline;
    default:
      return true;
  }
}

const isUnderReview = (state: string): boolean => ['submitted', 'appraised', 'approved', 'scheduled'].includes(state);

describe('the permission table', () => {
  it('is what the rules say, in each of its cases', () => {
    const differing: Case[] = [];
    let count = 0;
    for (const one of cases()) {
      count += 1;
      if (judged(one).allowed !== isAllowedByHand(one)) differing.push(one);
    }
    expect(differing.slice(0, 5)).toEqual([]);
    expect(count).toBe(COUNT);
    expect(Object.keys(TABLE).sort()).toEqual([...STATES].sort());
  });

  it('allows nothing on a revision other than the one it is about', () => {
    const wrong: string[] = [];
    for (const one of cases()) {
      if (one.holding !== 'own' || !one.isOnline) continue;
      for (const revision of [SUBMITTED, LIVE, NEWER, '4'.repeat(64)]) {
        if (revision === revisionOf(one.name)) continue;
        const { allowed } = judge(DEFAULT_RULES, one.name, statusOf(one), actorOf(one), revision, { isOnline: true });
        // A submission may name any text that is neither live nor under review: the portal looks up whether it was saved.
        const isKnown =
          (one.page !== 'none' && revision === LIVE) || (isUnderReview(one.state) && revision === SUBMITTED);
        const mayBeNew = one.name === 'submit' && !isKnown && isAllowedByHand(one);
        if (allowed && !mayBeNew) wrong.push(JSON.stringify({ ...one, revision }));
      }
    }
    expect(wrong).toEqual([]);
  });

  it('gives a reason with a sentence for every refusal', () => {
    const codes = new Set<string>();
    for (const one of cases()) {
      if (one.holding !== 'own') continue;
      const found = judged(one);
      if (!found.allowed) codes.add(found.code);
    }
    expect([...codes].filter((code) => !isMessageKey(`workflow.denied.${code}`))).toEqual([]);
    expect(codes).toContain('offline');
  });

  it('lets nobody who wrote it appraise, approve or review it afterwards, whatever roles they hold', () => {
    const wrong: Case[] = [];
    for (const one of cases())
      if (['appraise', 'approve', 'review'].includes(one.name) && ['owner', 'coWriter'].includes(one.relation))
        if (judged(one).allowed) wrong.push(one);
    expect(wrong).toEqual([]);
  });
});

const STAGES = [
  { id: 'first', name: 'Tổ chuyên môn', roles: ['reviewer'], days: 1 },
  { id: 'second', name: 'Ban Biên tập', roles: ['approver', 'head'], days: 2 },
  { id: 'third', name: 'Pháp chế', roles: ['reviewer', 'head'], days: 3 },
] as const satisfies Rules['stages'];
const rulesWith = (count: number, more: Partial<Rules> = {}): Rules => ({
  ...DEFAULT_RULES,
  ...{ version: `with-${count}`, stages: STAGES.slice(0, count), ...more },
});

describe('the stages of a regulation', () => {
  it('are passed in their order, each by its own roles and by somebody else, before anybody may approve', () => {
    const wrong: unknown[] = [];
    let count = 0;
    for (const stages of [1, 2, 3])
      for (let passed = 0; passed <= 3; passed += 1)
        for (const roles of ROLE_SETS)
          for (const hasPassed of [false, true])
            for (const wrote of [false, true]) {
              const by = STAGES.slice(0, passed).map(({ id }) => ({ stage: id, person: hasPassed ? 'me' : 'other' }));
              const status: PostStatus = {
                ...NEW_POST,
                ...{ state: passed === 0 ? 'submitted' : 'appraised', submitted: SUBMITTED, passed: by },
                contributors: wrote ? ['me'] : ['other'],
              };
              const actor = { person: 'me', roles };
              const rules = rulesWith(stages);
              const mayAppraise = judge(rules, 'appraise', status, actor, SUBMITTED).allowed;
              const mayApprove = judge(rules, 'approve', status, actor, SUBMITTED).allowed;
              const next = passed < stages ? STAGES[passed] : undefined;
              const holds = (wanted: readonly Role[]): boolean => wanted.some((role) => roles.includes(role));
              const appraises = next !== undefined && holds(next.roles) && !wrote && !(hasPassed && by.length > 0);
              const approves = next === undefined && holds(['head', 'approver']) && !wrote;
              count += 1;
              if (mayAppraise !== appraises || mayApprove !== approves) wrong.push({ stages, passed, roles, wrote });
            }
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(count).toBe(3 * 4 * 64 * 2 * 2);
  });

  it('are fewer for a category that needs fewer, and all for any other and for a post whose category is unknown', () => {
    const rules = rulesWith(3, {
      categories: [
        { code: 'B2', stages: ['second'] },
        { code: 'B8', stages: ['first'] },
      ],
    });
    const first = (categories: readonly string[] | null): string => {
      const status: PostStatus = { ...NEW_POST, state: 'submitted', submitted: SUBMITTED, categories };
      for (const stage of ['first', 'second', 'third'])
        if (
          judge(rules, 'appraise', status, { person: 'x', roles: ['reviewer', 'approver', 'head'] }, SUBMITTED, {
            stage,
          }).allowed
        )
          return stage;
      return 'none';
    };
    expect([first(['B2']), first(['B8', 'B2']), first(['B3', 'B2']), first(null), first([])]).toEqual([
      'second',
      'first',
      'first',
      'first',
      'first',
    ]);
  });

  it('that come with new rules put a post that waits for its approval back to its review', () => {
    const status: PostStatus = {
      ...NEW_POST,
      ...{ state: 'appraised', submitted: SUBMITTED, passed: [{ stage: 'first', person: 'a' }] },
    };
    const head = { person: 'h', roles: ['head'] as const };
    expect(judge(rulesWith(1), 'approve', status, head, SUBMITTED).allowed).toBe(true);
    expect(judge(rulesWith(2), 'approve', status, head, SUBMITTED)).toEqual({ allowed: false, code: 'wrong_state' });
    expect(judge(rulesWith(2), 'appraise', status, head, SUBMITTED).allowed).toBe(true);
  });
});

describe('an act that names older rules', () => {
  const status: PostStatus = {
    ...NEW_POST,
    ...{ state: 'appraised', submitted: SUBMITTED, passed: [{ stage: 'first', person: 'a' }] },
  };
  const by = (inForce: Rules, named: Rules | null | undefined, person = 'h') =>
    judgeUnderBoth(inForce, named, 'approve', status, { person, roles: ['head'] }, SUBMITTED, {});

  it('is taken when both allow it, and is `rules_changed` when one does not or nobody knows them', () => {
    expect(by(rulesWith(1, { version: 'new' }), rulesWith(1))).toEqual({ allowed: true });
    expect(by(rulesWith(2), rulesWith(1))).toEqual({ allowed: false, code: 'rules_changed' });
    expect(by(rulesWith(1), rulesWith(2))).toEqual({ allowed: false, code: 'rules_changed' });
    expect(by(rulesWith(1), null)).toEqual({ allowed: false, code: 'rules_changed' });
    expect(by(rulesWith(1), undefined)).toEqual({ allowed: true });
  });

  it('is refused for its own reason when neither allows it', () => {
    const written = { ...status, contributors: ['h'] };
    const both = judgeUnderBoth(
      rulesWith(1, { version: 'new' }),
      rulesWith(1),
      'approve',
      written,
      { person: 'h', roles: ['head'] },
      SUBMITTED,
      {},
    );
    expect(both).toEqual({ allowed: false, code: 'wrote_it' });
  });
});

describe('an exemption that the parent unit granted', () => {
  const exemption: Exemption = {
    ...{ id: 'e1', person: 'me', transitions: ['approve'], from: '2026-11-01', to: '2026-11-30' },
    ...{ grantedBy: 'Phòng Văn hóa – Xã hội', decision: 'Quyết định 12/QĐ-VHXH' },
  };
  const rules = rulesWith(1, { exemptions: [exemption] });
  const status: PostStatus = {
    ...NEW_POST,
    ...{ state: 'appraised', submitted: SUBMITTED, contributors: ['me', 'you'] },
    passed: [{ stage: 'first', person: 'a' }],
  };
  const mayApprove = (person: string, how: Parameters<typeof judge>[5]): boolean =>
    judge(rules, 'approve', status, { person, roles: ['head'] }, SUBMITTED, how).allowed;

  it('lets that person approve what they wrote, on its days, when the act names it', () => {
    expect(mayApprove('me', { day: '2026-11-20', exemption: 'e1' })).toBe(true);
    expect(mayApprove('me', { day: '2026-11-20' })).toBe(true);
    expect(mayApprove('me', { day: '2026-11-20', exemption: null })).toBe(false);
    expect(mayApprove('me', { day: '2026-12-01', exemption: 'e1' })).toBe(false);
    expect(mayApprove('you', { day: '2026-11-20', exemption: 'e1' })).toBe(false);
    expect(
      judge(rules, 'appraise', { ...status, passed: [] }, { person: 'me', roles: ['reviewer'] }, SUBMITTED, {
        day: '2026-11-20',
        exemption: 'e1',
      }).allowed,
    ).toBe(false);
  });
});

describe('a checklist', () => {
  const rules = rulesWith(1, {
    checklists: [
      {
        transition: 'return',
        items: [
          { id: 'told', text: 'Đã gọi cho tác giả', level: 'block' },
          { id: 'noted', text: 'Đã ghi sổ', level: 'warn' },
        ],
      },
    ],
  });
  const status: PostStatus = { ...NEW_POST, state: 'submitted', submitted: SUBMITTED };
  const returns = (checks?: readonly string[]) =>
    judge(
      rules,
      'return',
      status,
      { person: 'r', roles: ['reviewer'] },
      SUBMITTED,
      checks === undefined ? {} : { checks },
    );

  it('stops the act at an open item that must be ticked, and not at one that warns', () => {
    expect(returns([])).toEqual({ allowed: false, code: 'checks_open' });
    expect(returns(['noted'])).toEqual({ allowed: false, code: 'checks_open' });
    expect(returns(['told'])).toEqual({ allowed: true });
    // A button asks when it is pressed.
    expect(returns()).toEqual({ allowed: true });
  });
});
