import { AppError } from '../../../shared/contract/index.ts';
import { API, isHandoverGenuine, type PortalInfo, signInReplySchema } from '../../../shared/sync/index.ts';
import type { Connection, Device } from '../identity/index.ts';
import { askPortal, knownAfter, portalAddress } from '../sync/index.ts';
import { withPass } from './login.ts';

export interface Credentials {
  readonly address: string;
  readonly account: string;
  readonly password: string;
  /** With a one-time password: the one that takes its place. */
  readonly newPassword?: string | undefined;
  /** What the board is to call this computer, at the first sign-in of a folder. */
  readonly deviceName?: string | undefined;
}

/** Asks to be let in, as the person and at the portal that the folder is bound to, if it is. Nothing is kept of it yet. */
export async function askToSignIn(
  credentials: Credentials,
  bound: Connection | null,
  device: Device,
  now: () => Date,
): Promise<Connection> {
  const address = portalAddress(credentials.address);
  const info = await askPortal({ address, path: API.info, reply: signInReplySchema.shape.portal });
  const portal = bound === null ? firstKnown(info) : samePortal(bound, info);
  const ours = bound?.member.name ?? '';
  const reply = await askPortal({
    address,
    path: API.session,
    body: {
      account: credentials.account,
      password: credentials.password,
      ...(credentials.newPassword !== undefined && { newPassword: credentials.newPassword }),
      device: { id: device.id, publicKey: device.publicKey, name: device.name, startedFrom: device.startedFrom },
    },
    reply: signInReplySchema,
  }).catch((error: unknown) => {
    // The portal knows this device as somebody else's.
    const isOther = error instanceof AppError && error.code === 'other_person';
    throw isOther ? new AppError('other_person', { ours }, { cause: error }) : error;
  });
  if (bound !== null && bound.member.id !== reply.member.id) throw new AppError('other_person', { ours });
  const named = { address, portal: { ...reply.portal, ...keysOf(portal) }, member: reply.member };
  return withPass(named, reply, device, now());
}

/** What a fresh folder takes on trust: the portal's key, and which ones it had before. */
function firstKnown(info: PortalInfo): PortalInfo {
  return { ...info, handovers: info.handovers?.filter(isHandoverGenuine) };
}

/** The part that the folder vouches for; a name may change at any sign-in. */
function keysOf({ publicKey, recoveryKey, handovers }: PortalInfo): Partial<PortalInfo> {
  return { publicKey, recoveryKey, handovers };
}

/** @throws AppError `other_unit`, `other_portal`, `portal_key_unknown`. */
function samePortal(bound: Connection, info: PortalInfo): PortalInfo {
  if (bound.portal.unit.id !== info.unit.id)
    throw new AppError('other_unit', { ours: bound.portal.unit.name, theirs: info.unit.name });
  if (bound.portal.portal !== info.portal) throw new AppError('other_portal');
  const known = knownAfter(bound.portal, info);
  if (known === null) throw new AppError('portal_key_unknown');
  return known;
}
