import { AppError, type ErrorCode } from '../../shared/contract/index.ts';

/** The part of the sign-in form that an error is about. */
export type ConnectPlace = 'address' | 'password' | 'newPassword' | 'form';

const ADDRESS_CODES: ReadonlySet<ErrorCode> = new Set([
  'address_invalid',
  'address_insecure',
  'portal_not_found',
  'portal_refused',
  'portal_timeout',
  'not_a_portal',
  'protocol_mismatch',
  'certificate_expired',
  'certificate_untrusted',
  'other_unit',
  'other_portal',
]);

const NEW_PASSWORD_CODES: ReadonlySet<ErrorCode> = new Set([
  'password_to_choose',
  'password_short',
  'password_common',
  'password_same',
]);

/** Where the sentence of a failed sign-in belongs, so that it stands beside what must be corrected. */
export function placeOfConnectError(error: unknown): ConnectPlace {
  if (!(error instanceof AppError)) return 'form';
  if (ADDRESS_CODES.has(error.code)) return 'address';
  if (NEW_PASSWORD_CODES.has(error.code)) return 'newPassword';
  return error.code === 'wrong_password' ? 'password' : 'form';
}
