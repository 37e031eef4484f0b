import { expect, test } from 'vitest';
import type { PossibleAction } from '../../shared/contract/index.ts';
import { isAwaitingReview, isWritable } from './is-writable.ts';

test("an author writes in a working copy, but not while others decide on it, and never in another's", () => {
  expect(isWritable({ mode: 'edit', state: 'draft' })).toBe(true);
  expect(isWritable({ mode: 'edit', state: 'returned' })).toBe(true);
  expect(isWritable({ mode: 'edit', state: 'published' })).toBe(true);
  expect(isWritable({ mode: 'edit', state: 'appraised' })).toBe(false);
  expect(isWritable({ mode: 'read', state: 'draft' })).toBe(false);
});

test('who may recall a post under review is told that it waits', () => {
  const recall: PossibleAction = {
    name: 'recall',
    allowed: true,
    code: null,
    checks: [],
    stage: null,
    exemption: null,
  };
  expect(isAwaitingReview({ state: 'submitted', actions: [recall] })).toBe(true);
  expect(isAwaitingReview({ state: 'submitted', actions: [] })).toBe(false);
  expect(isAwaitingReview({ state: 'draft', actions: [recall] })).toBe(false);
});
