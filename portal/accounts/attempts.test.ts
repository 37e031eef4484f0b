import { expect, it } from 'vitest';
import { createAttempts } from './attempts.ts';

it('counts tries at an account from one IPv6 network together, and nobody else’s with them', () => {
  const attempts = createAttempts(() => new Date('2026-11-20T02:00:00.000Z'));
  for (let host = 1; host <= 10; host += 1) attempts.failed('author', `2001:db8:1:2::${host}`);
  expect(attempts.isBlocked('author', '2001:db8:1:2:a::b')).toBe(true);
  expect(attempts.isBlocked('author', '2001:db8:1:3::1')).toBe(false);
  expect(attempts.isBlocked('head', '2001:db8:1:2::1')).toBe(false);
  attempts.succeeded('author', '2001:db8:1:2::77');
  expect(attempts.isBlocked('author', '2001:db8:1:2::1')).toBe(false);
});
