import { type Certificate, signCertificate } from '../../shared/sync/index.ts';
import type { Store } from '../store/index.ts';
import type { Identity } from '../workflow/index.ts';

/**
 * The devices of a unit, each with the person it is of, signed: what bundles are checked by. A revoked one is among
 * them, for what it signed before; that nothing of it acts any more is judged where a mutation is executed.
 */
export function createCertificates(
  store: Store,
  { portal, secretKey }: Identity,
): (unit: string) => Promise<Certificate[]> {
  // A name changes, the rest never does: what was signed once is kept.
  const signed = new Map<string, Certificate>();
  return async (unit) => {
    const rows = await store
      .selectFrom('device')
      .innerJoin('person', 'person.id', 'device.person')
      .select(['device.id', 'device.public_key', 'device.person', 'device.registered_at', 'person.name'])
      .where('device.unit', '=', unit)
      .orderBy('device.registered_at')
      .execute();
    return rows.map(({ id, public_key: publicKey, person, name, registered_at: at }) => {
      const kept = signed.get(id);
      if (kept?.name === name) return kept;
      const made = signCertificate({ portal, unit, device: id, publicKey, person, name, at }, secretKey);
      signed.set(id, made);
      return made;
    });
  };
}
