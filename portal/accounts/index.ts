export { currentApprovalKey, registerApprovalKey } from './approval-key.ts';
export { type Attempts, createAttempts } from './attempts.ts';
export { hashPassword } from './password.ts';
export { accountName, type Caller, callerOfToken, memberOf, type Refusal, signIn } from './session.ts';
