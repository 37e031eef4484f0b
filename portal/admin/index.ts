export { listDevices, revokeDevice } from './devices.ts';
export { setMember } from './members.ts';
