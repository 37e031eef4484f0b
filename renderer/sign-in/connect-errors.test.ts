import { expect, test } from 'vitest';
import { AppError } from '../../shared/contract/index.ts';
import { placeOfConnectError } from './connect-errors.ts';

test('an error about the portal stands beside the address', () => {
  expect(placeOfConnectError(new AppError('certificate_expired', { host: 'x' }))).toBe('address');
  expect(placeOfConnectError(new AppError('other_unit'))).toBe('address');
});

test('a wrong password stands beside the password', () => {
  expect(placeOfConnectError(new AppError('wrong_password'))).toBe('password');
});

test('what is wrong with a password somebody chooses stands beside that one', () => {
  expect(placeOfConnectError(new AppError('password_to_choose'))).toBe('newPassword');
  expect(placeOfConnectError(new AppError('password_common'))).toBe('newPassword');
});

test('anything else stands over the form', () => {
  expect(placeOfConnectError(new AppError('disk_full'))).toBe('form');
  expect(placeOfConnectError(new Error('bug'))).toBe('form');
});
