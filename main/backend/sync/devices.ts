import {
  API,
  approvalKeysReplySchema,
  deviceNamesReplySchema,
  devicesReplySchema,
  everyPage,
  isCertificateSignedBy,
  isKeyCertificateSignedBy,
} from '../../../shared/sync/index.ts';
import { markDevicesAsked, noteApprovalKeys, noteDeviceNames, noteDevices } from '../carried/index.ts';
import type { Desk } from '../posts/index.ts';
import type { Store } from '../store/index.ts';
import { isCode } from './failure.ts';
import { askPortal } from './http.ts';
import type { UploadLine } from './upload.ts';

/**
 * Asks whose the unit's devices and approval keys are, and what the devices are called. A certificate that the portal did
 * not sign is left. @throws AppError as `askPortal`.
 */
export async function askForDevices({ db, portal }: Desk, line: Pick<UploadLine, 'address' | 'token'>): Promise<void> {
  const ask = (path: string) => askPortal({ ...line, path, reply: devicesReplySchema });
  for (const { devices } of await everyPage(API.devices, ask))
    noteDevices(
      db,
      devices.filter((certificate) => isCertificateSignedBy(certificate, portal.publicKey)),
    );
  await unlessOlder(() => askForNames(db, line));
  await unlessOlder(() => askForKeys(db, portal, line));
  markDevicesAsked(db);
}

async function askForNames(db: Store, line: Pick<UploadLine, 'address' | 'token'>): Promise<void> {
  const ask = (path: string) => askPortal({ ...line, path, reply: deviceNamesReplySchema });
  for (const { names } of await everyPage(API.deviceNames, ask)) noteDeviceNames(db, names);
}

async function askForKeys(
  db: Store,
  { publicKey }: Desk['portal'],
  line: Pick<UploadLine, 'address' | 'token'>,
): Promise<void> {
  const ask = (path: string) => askPortal({ ...line, path, reply: approvalKeysReplySchema });
  for (const { keys } of await everyPage(API.approvalKeys, ask))
    noteApprovalKeys(
      db,
      keys.filter((certificate) => isKeyCertificateSignedBy(certificate, publicKey)),
    );
}

/** A portal from before there was such a list: what it would tell is not known here, and syncing goes on. */
async function unlessOlder(ask: () => Promise<void>): Promise<void> {
  try {
    await ask();
  } catch (error) {
    if (!isCode(error, 'post_not_found')) throw error;
  }
}
