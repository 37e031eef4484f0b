export { type ApprovalKey, openApprovalKey } from './approval-key.ts';
export { type Connection, readConnection, writeConnection } from './connection.ts';
export { type Device, deviceInPlace, newDevice, newLine, readDevice, writeDevice } from './device.ts';
export { openWitness, placeOf, type Witness } from './place.ts';
