import { describe, expect, it } from 'vitest';
import type { PossibleAction, PostDetails } from '../../shared/contract/index.ts';
import { actionsOf, checksOf, planOf } from './plan.ts';

const action = (name: PossibleAction['name'], more: Partial<PossibleAction> = {}): PossibleAction => ({
  ...{ name, allowed: true, code: null, checks: [], stage: null, exemption: null },
  ...more,
});
const post = (actions: readonly PossibleAction[], isLive = false): PostDetails =>
  ({ actions, isLive }) as unknown as PostDetails;
const check = { id: 'read', text: 'Đã đọc', level: 'block' } as const;

describe('one action on several posts', () => {
  it('is done to those that allow it, and says of each other one why not', () => {
    const posts = [
      post([action('approve', { checks: [check] })]),
      post([action('approve', { allowed: false, code: 'wrote_it' })]),
      post([action('approve', { exemption: { grantedBy: 'Phòng', decision: '1' }, checks: [check] })]),
      post([]),
    ];
    expect(planOf(posts, 'approve').map(({ code }) => code)).toEqual([null, 'wrote_it', 'one_by_one', 'wrong_role']);
    expect(
      checksOf(
        planOf(
          [posts[0], posts[0]].flatMap((one) => one ?? []),
          'approve',
        ),
      ),
    ).toEqual([check]);
  });

  it('leaves a correction to its own screen: its readers are told what changed', () => {
    const posts = [post([action('submit')], true), post([action('submit')])];
    expect(planOf(posts, 'submit').map(({ code }) => code)).toEqual(['one_by_one', null]);
    expect(actionsOf([posts[0] ?? post([])])).toEqual([]);
    expect(actionsOf(posts)).toEqual(['submit']);
  });
});
