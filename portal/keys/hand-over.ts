import { type Handover, newKeyPair, publicKeyOf, signHandover } from '../../shared/sync/index.ts';
import { type AuditEntry, appendAudit, inAllUnits } from '../audit/index.ts';
import { StartError } from '../error.ts';
import type { Store } from '../store/index.ts';
import { parseRecoveryWords, recoveryWords } from './recovery-words.ts';

/** What a handover came to. `recovery` is a new recovery key to be written down, where the old one was used. */
export interface HandedOver {
  readonly from: string;
  readonly to: string;
  readonly recovery: string | null;
}

/**
 * Gives the portal a new key that the one before vouches for: its programs follow without a question. A portal that
 * runs serves under it from its next start on.
 */
export function handOver(store: Store, now: Date): Promise<HandedOver> {
  return inAllUnits(store, async (tx) => {
    const { id, public_key: from, secret_key: secret, recovery_key: recovery } = await thePortal(tx);
    const next = newKeyPair();
    const words = { portal: id, from, to: next.publicKey, recovery, signer: from, at: now.toISOString() };
    await changeKey(tx, signHandover(words, secret), next.secretKey, now);
    return { from, to: next.publicKey, recovery: null };
  });
}

/**
 * Gives the portal a new key that the recovery key vouches for: when the one before is lost, was seen by somebody, or is
 * older than what the programs know. The recovery key that was typed here is replaced.
 *
 * @param typed the recovery key as it was printed.
 * @throws StartError `recovery_none`, `recovery_mistyped`, `recovery_other`: nothing is changed then.
 */
export function recover(store: Store, typed: string, now: Date): Promise<HandedOver> {
  return inAllUnits(store, async (tx) => {
    const { id, public_key: from, recovery_key: known } = await thePortal(tx);
    if (known === null) throw new StartError('recovery_none');
    const secret = parseRecoveryWords(typed);
    if (secret === null) throw new StartError('recovery_mistyped');
    const signer = publicKeyOf(secret);
    if (signer !== known) throw new StartError('recovery_other');
    const [next, recovery] = [newKeyPair(), newKeyPair()];
    const words = { portal: id, from, to: next.publicKey, recovery: recovery.publicKey, signer, at: now.toISOString() };
    await changeKey(tx, signHandover(words, secret), next.secretKey, now);
    return { from, to: next.publicKey, recovery: recoveryWords(recovery.secretKey) };
  });
}

/** Makes the recovery key of a portal from before there was one. Programs learn of it when they sign in. @throws StartError `recovery_made`. */
export function makeRecovery(store: Store, now: Date): Promise<string> {
  return inAllUnits(store, async (tx) => {
    const { id, recovery_key: known } = await thePortal(tx);
    if (known !== null) throw new StartError('recovery_made');
    const { publicKey, secretKey } = newKeyPair();
    await tx.updateTable('portal').set({ recovery_key: publicKey }).execute();
    await tellUnits(tx, { at: now, kind: 'portal.recovery_made', subject: id, details: { to: publicKey } });
    return recoveryWords(secretKey);
  });
}

function thePortal(tx: Store) {
  return tx.selectFrom('portal').selectAll().executeTakeFirstOrThrow();
}

async function changeKey(tx: Store, handover: Handover, secretKey: string, at: Date): Promise<void> {
  const { secret_key: before } = await thePortal(tx);
  const { portal, from, to, signer, recovery } = handover;
  const last = await tx
    .selectFrom('portal_handover')
    .select((eb) => eb.fn.max('number').as('number'))
    .executeTakeFirst();
  await tx
    .insertInto('portal_handover')
    .values({ number: (last?.number ?? 0) + 1, former_secret: before, words: JSON.stringify(handover) })
    .execute();
  await tx.updateTable('portal').set({ public_key: to, secret_key: secretKey, recovery_key: recovery }).execute();
  await tellUnits(tx, { at, kind: 'portal.key_changed', subject: portal, details: { from, to, signer } });
}

/** Writes what the operator did to the portal into the log of each of its units. */
async function tellUnits(tx: Store, told: Pick<AuditEntry, 'at' | 'kind' | 'subject' | 'details'>): Promise<void> {
  for (const { id: unit } of await tx.selectFrom('unit').select('id').orderBy('id').execute())
    await appendAudit(tx, { unit, person: null, device: null, ...told });
}
