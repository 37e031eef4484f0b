import { AppError } from '../../../shared/contract/index.ts';
import {
  API,
  followHandovers,
  isAuditHeadSignedBy,
  type PortalInfo,
  portalInfoSchema,
  type SyncReply,
} from '../../../shared/sync/index.ts';
import { wantAllDevices } from '../carried/index.ts';
import type { Desk } from '../posts/index.ts';
import { askPortal } from './http.ts';
import type { UploadLine } from './upload.ts';

/**
 * Makes sure that a reply comes from the portal this data folder belongs to. A portal under another key must show that
 * the key known here, or its recovery key, vouches for that one: then it is known by it from here on.
 *
 * @param keep writes down what is known of the portal.
 * @throws AppError `portal_key_unknown`; nothing of the reply may be taken in then. As `askPortal`.
 */
export async function knowPortal(
  desk: Desk,
  line: UploadLine,
  { audit }: SyncReply,
  keep: (portal: PortalInfo) => void,
): Promise<void> {
  if (audit === undefined || isAuditHeadSignedBy(audit.head, desk.portal.publicKey)) return;
  const info = await askPortal({ ...line, path: API.info, reply: portalInfoSchema });
  const next = knownAfter(desk.portal, info);
  if (next === null || !isAuditHeadSignedBy(audit.head, next.publicKey)) throw new AppError('portal_key_unknown');
  keep(next);
  // What the old key certified is asked for anew, in case it was taken from the portal.
  wantAllDevices(desk.db);
}

/** What is known of a portal once it offers this; `null` when its key is another that nobody vouches for. */
export function knownAfter(known: PortalInfo, offered: PortalInfo): PortalInfo | null {
  const keys = followHandovers(known, offered);
  return keys === null ? null : { ...known, ...keys, handovers: [...(keys.handovers ?? [])] };
}
