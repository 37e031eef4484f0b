import { expect, test } from 'vitest';
import type { PossibleAction } from '../../shared/contract/index.ts';
import { primaryAction, visibleActions } from './visible-actions.ts';

const RULED = { checks: [], stage: null, exemption: null };
const can = (name: PossibleAction['name']): PossibleAction => ({ ...RULED, name, allowed: true, code: null });
const cannot = (name: PossibleAction['name'], code: string): PossibleAction => ({
  ...RULED,
  name,
  allowed: false,
  code,
});
const names = (actions: readonly PossibleAction[]): string[] => actions.map(({ name }) => name);

test('an author with a draft sees submit alone, with its reason when something is missing', () => {
  const visible = visibleActions({
    state: 'draft',
    actions: [
      cannot('submit', 'no_category'),
      cannot('recall', 'wrong_state'),
      cannot('appraise', 'wrong_role'),
      cannot('withdraw', 'wrong_role'),
    ],
  });
  expect(visible).toEqual([cannot('submit', 'no_category')]);
  expect(primaryAction(visible)?.name).toBe('submit');
});

test('a head sees that approval waits for the appraisal', () => {
  const visible = visibleActions({
    state: 'submitted',
    actions: [can('appraise'), can('return'), cannot('approve', 'wrong_state'), cannot('submit', 'not_owner')],
  });
  expect(names(visible)).toEqual(['appraise', 'return', 'approve']);
  expect(primaryAction(visible)?.name).toBe('appraise');
});

test('a head who wrote part of the post is told why not', () => {
  const visible = visibleActions({ state: 'appraised', actions: [cannot('approve', 'wrote_it'), can('return')] });
  expect(visible).toEqual([can('return'), cannot('approve', 'wrote_it')]);
});

test("the portal's own act is no button, and taking back is never the primary action", () => {
  const visible = visibleActions({ state: 'approved', actions: [cannot('publish', 'wrong_role'), can('recall')] });
  expect(names(visible)).toEqual(['recall']);
  expect(primaryAction(visible)).toBeNull();
});

test('an author whose post is under review is offered to recall it, not to send it again', () => {
  const visible = visibleActions({ state: 'submitted', actions: [cannot('submit', 'nothing_new'), can('recall')] });
  expect(names(visible)).toEqual(['recall']);
});
