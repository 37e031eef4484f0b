import { describe, expect, it } from 'vitest';
import {
  DEFAULT_RULES,
  foldStatus,
  judgeWork,
  NEW_POST,
  type PostStatus,
  parseAction,
  ROLES,
  type Role,
  STATES,
  type State,
  WORK_ACTS,
  type WorkAct,
} from './index.ts';

/*
 * Who may say who works on a review, written down by hand (docs/decisions/0031) and checked in every case there is:
 * act x state x roles x relation x who holds it x for whom.
 */
const SUBMITTED = '1'.repeat(64);
const ROLE_SETS: readonly (readonly Role[])[] = Array.from({ length: 2 ** ROLES.length }, (_, bits) =>
  ROLES.filter((_, place) => (bits >> place) % 2 === 1),
);
const HOLDERS = ['nobody', 'me', 'other'] as const;
/** To whom it would be given. `other` holds every role and wrote nothing; `writer` holds every role and wrote it. */
const ASSIGNEES = { nobody: null, other: [...ROLES], writer: [...ROLES], outsider: [] } as const;

function isAllowedByHand(
  act: WorkAct,
  state: State,
  roles: readonly Role[],
  wrote: boolean,
  holder: (typeof HOLDERS)[number],
  assignee: keyof typeof ASSIGNEES,
): boolean {
  const doers: readonly Role[] | null =
    state === 'submitted' ? ['reviewer', 'head'] : state === 'appraised' ? ['approver', 'head'] : null;
  if (doers === null) return false;
  switch (act) {
    case 'claim':
      return doers.some((role) => roles.includes(role)) && !wrote && holder !== 'other';
    case 'release':
      return holder === 'me';
    case 'assign':
      return (roles.includes('head') || roles.includes('approver')) && ['nobody', 'other'].includes(assignee);
  }
}

const statusOf = (state: State, wrote: boolean, holder: (typeof HOLDERS)[number]): PostStatus => ({
  ...NEW_POST,
  ...{ state, owner: 'writer', submitted: SUBMITTED, contributors: wrote ? ['writer', 'me'] : ['writer'] },
  passed: state === 'submitted' ? [] : [{ stage: 'review', person: 'somebody' }],
  claim: holder === 'nobody' ? null : { mutation: 'm', person: holder },
});

describe('who works on a review', () => {
  it('is said by those the table names, in each of its cases', () => {
    const differing: unknown[] = [];
    let count = 0;
    for (const act of WORK_ACTS)
      for (const state of STATES)
        for (const roles of ROLE_SETS)
          for (const wrote of [false, true])
            for (const holder of HOLDERS)
              for (const assignee of Object.keys(ASSIGNEES) as (keyof typeof ASSIGNEES)[]) {
                const held = ASSIGNEES[assignee];
                const found = judgeWork(
                  DEFAULT_RULES,
                  act,
                  statusOf(state, wrote, holder),
                  { person: 'me', roles },
                  {
                    ...{ revision: SUBMITTED, day: '2026-11-20', holder: holder === 'nobody' ? null : holder },
                    assignee: held === null ? null : { person: assignee, roles: held },
                  },
                );
                count += 1;
                if (found.allowed !== isAllowedByHand(act, state, roles, wrote, holder, assignee))
                  differing.push({ act, state, roles, wrote, holder, assignee, found });
              }
    expect(differing.slice(0, 3)).toEqual([]);
    expect(count).toBe(3 * 9 * 64 * 2 * 3 * 4);
  });

  it('is about the text under review alone', () => {
    const about = { revision: '2'.repeat(64), day: '2026-11-20', holder: 'me' };
    const head = { person: 'me', roles: ['head'] } as const;
    for (const act of WORK_ACTS)
      expect(judgeWork(DEFAULT_RULES, act, statusOf('submitted', false, 'me'), head, about)).toEqual({
        allowed: false,
        code: 'other_revision',
      });
  });

  it('ends with the step, moves no review, and stays with a post that comes back from its author', () => {
    const post = '0197a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';
    const events: [string, string, object][] = [
      ['post.submit', 'writer', {}],
      ['post.assign', 'head', { to: 'reviewer' }],
      ['post.claim', 'reviewer', {}],
      ['post.return', 'reviewer', { reason: 'Thiếu ngày.' }],
      ['post.submit', 'writer', {}],
      ['post.claim', 'reviewer', {}],
      ['post.appraise', 'reviewer', {}],
    ];
    const seen: unknown[] = [];
    let status = NEW_POST;
    for (const [index, [name, person, args]] of events.entries()) {
      const action = parseAction(name, { post, revision: SUBMITTED, ...args });
      if (action === null) throw new Error(name);
      status = foldStatus([{ id: `m${index}`, action, person, contributors: ['writer'] }], status);
      seen.push([status.state, status.assignee, status.claim?.mutation ?? null, status.last]);
    }
    expect(seen).toEqual([
      ['submitted', null, null, 'm0'],
      ['submitted', 'reviewer', null, 'm0'],
      ['submitted', 'reviewer', 'm2', 'm0'],
      ['returned', 'reviewer', null, 'm3'],
      ['submitted', 'reviewer', null, 'm4'],
      ['submitted', 'reviewer', 'm5', 'm4'],
      ['appraised', null, null, 'm6'],
    ]);
  });
});
