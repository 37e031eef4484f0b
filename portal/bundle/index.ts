export { approvalKeys, createCertificates, deviceNames } from './certificates.ts';
export { bringCarriedMedia } from './media.ts';
export { receiptsOf } from './receipts.ts';
export { openBoxes } from './unseal.ts';
