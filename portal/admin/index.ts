export { addMember } from './add-member.ts';
export { listDevices, revokeDevice } from './devices.ts';
export { eraseByHead } from './erase.ts';
export { handOver } from './hand-over.ts';
export { setMember } from './members.ts';
export { resetPassword } from './reset-password.ts';
