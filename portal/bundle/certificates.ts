import {
  type ApprovalKeysReply,
  type Certificate,
  type DeviceNamesReply,
  type PageRequest,
  pageOf,
  signCertificate,
  signKeyCertificate,
} from '../../shared/sync/index.ts';
import type { Store } from '../store/index.ts';
import type { Identity } from '../workflow/index.ts';

/**
 * A page of the devices of a unit, by id, each with the person it is of, signed: what bundles are checked by. A revoked one is among
 * them, for what it signed before; that nothing of it acts any more is judged where a mutation is executed.
 */
export function createCertificates(
  store: Store,
  { portal, secretKey }: Identity,
): (unit: string, page: PageRequest) => Promise<{ devices: Certificate[]; next: string | null }> {
  // A name changes, the rest never does: what was signed once is kept.
  const signed = new Map<string, Certificate>();
  return async (unit, { after = '', limit }) => {
    const rows = await store
      .selectFrom('device')
      .innerJoin('person', 'person.id', 'device.person')
      .select(['device.id', 'device.public_key', 'device.person', 'device.registered_at', 'person.name'])
      .where('device.unit', '=', unit)
      .where('device.id', '>', after)
      .orderBy('device.id')
      .limit(limit + 1)
      .execute();
    const { page, next } = pageOf(rows, limit, ({ id }) => id);
    const devices = page.map(({ id, public_key: publicKey, person, name, registered_at: at }) => {
      const kept = signed.get(id);
      if (kept?.name === name) return kept;
      const made = signCertificate({ portal, unit, device: id, publicKey, person, name, at }, secretKey);
      signed.set(id, made);
      return made;
    });
    return { devices, next };
  };
}

/** A page of what the devices of a unit are called, by id: what its members read beside a decision. */
export async function deviceNames(
  store: Store,
  unit: string,
  { after = '', limit }: PageRequest,
): Promise<DeviceNamesReply> {
  const rows = await store
    .selectFrom('device')
    .select(['id as device', 'name'])
    .where('unit', '=', unit)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  const { page, next } = pageOf(rows, limit, ({ device }) => device);
  return { names: page, next };
}

/** A page of the approval keys of a unit, by id, signed: what the seals under approvals are checked by. */
export async function approvalKeys(
  store: Store,
  { portal, secretKey }: Identity,
  unit: string,
  { after = '', limit }: PageRequest,
): Promise<ApprovalKeysReply> {
  const rows = await store
    .selectFrom('approval_key')
    .innerJoin('device', 'device.id', 'approval_key.device')
    .select(['approval_key.id', 'approval_key.public_key', 'approval_key.person'])
    .select(['approval_key.device', 'approval_key.registered_at'])
    .where('device.unit', '=', unit)
    .where('approval_key.id', '>', after)
    .orderBy('approval_key.id')
    .limit(limit + 1)
    .execute();
  const { page, next } = pageOf(rows, limit, ({ id }) => id);
  const keys = page.map(({ id: key, public_key: publicKey, person, device, registered_at: at }) =>
    signKeyCertificate({ portal, unit, key, publicKey, person, device, at }, secretKey),
  );
  return { keys, next };
}
