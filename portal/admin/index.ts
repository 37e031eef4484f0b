export { addMember, addMemberWith } from './add-member.ts';
export { listDevices, revokeDevice } from './devices.ts';
export { eraseByHead } from './erase.ts';
export { handOver } from './hand-over.ts';
export { endDeputies, setMember } from './members.ts';
export { listMerged, withdrawMerged } from './merged.ts';
export { resetPassword } from './reset-password.ts';
