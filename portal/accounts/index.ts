export { currentApprovalKey, registerApprovalKey } from './approval-key.ts';
export { type Attempts, createAttempts } from './attempts.ts';
export { linesOf, nameDevice } from './device.ts';
export { endLogins, renewLogin } from './login.ts';
export { hashPassword } from './password.ts';
export { changePassword, endLoginsOf, oneTimePassword } from './passwords.ts';
export {
  accountName,
  type Caller,
  callerOfToken,
  memberFrom,
  memberOf,
  type Refusal,
  signIn,
  startLine,
} from './session.ts';
