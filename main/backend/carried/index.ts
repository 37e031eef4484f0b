export { keyCertificateOf, noteApprovalKeys, wantKeyOf } from './approval-keys.ts';
export {
  certificateOf,
  deviceNameOf,
  isDeviceToAsk,
  markDevicesAsked,
  mayCarry,
  noteDeviceNames,
  noteDevices,
  wantAllDevices,
  wantDevice,
} from './devices.ts';
export {
  type CarriedPictures,
  carriedPictures,
  countCarriedPictures,
  dropCarriedPictures,
  dropPublishedPictures,
  noteCarriedPictures,
} from './pictures.ts';
export { dropUnanswered, isAwaited, keepReceipt, keptReceipts, noteCarried, receiptsToAsk } from './receipts.ts';
export {
  countSealed,
  dropBoxes,
  hiddenAmong,
  noteHidden,
  noteSealed,
  sealedToSend,
  settleSealed,
  turnedDownAmong,
} from './sealed.ts';
