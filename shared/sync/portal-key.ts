import { z } from 'zod';
import { canonicalJson } from '../content/index.ts';
import { isSignedBy, publicKeySchema, sign, signatureSchema } from './mutation.ts';

/**
 * Says that a portal goes on under another key (design 6; docs/spec/portal-key.md). Signed by the key that ends, or by the
 * recovery key that was made with the portal.
 */
export const handoverSchema = z.strictObject({
  portal: z.string().min(1).max(100),
  from: publicKeySchema,
  to: publicKeySchema,
  /** The recovery key from here on: one that was used is replaced. `null` while the portal has none. */
  recovery: publicKeySchema.nullable(),
  /** `from`, or the recovery key that was in force. */
  signer: publicKeySchema,
  at: z.iso.datetime(),
  signature: signatureSchema,
});
export type Handover = z.infer<typeof handoverSchema>;

/** Handovers a portal tells of, at most. */
export const HANDOVERS = 50;

/** What is known of a portal's keys, public halves in hex. */
export interface PortalKeys {
  readonly portal: string;
  readonly publicKey: string;
  readonly recoveryKey?: string | null | undefined;
  /** Oldest first; the last one leads to `publicKey`. */
  readonly handovers?: readonly Handover[] | undefined;
}

/** Signs with the 32-byte secret half (hex) of the key named as signer. */
export function signHandover(words: Omit<Handover, 'signature'>, secretKey: string): Handover {
  return { ...words, signature: sign(handoverText(words), secretKey) };
}

/** Whether the key it names as its signer did sign it. That this key had a say is for {@link followHandovers} to judge. */
export function isHandoverGenuine({ signature, ...words }: Handover): boolean {
  return isSignedBy(handoverText(words), signature, words.signer);
}

function handoverText(words: Omit<Handover, 'signature'>): string {
  return `banthao-handover-1\n${canonicalJson(words)}`;
}

/**
 * Follows a portal from the key that is known of it to the one it offers, each step signed by the key before or by the
 * recovery key that was known then. A key that was left is never gone back to.
 *
 * @returns what is known from now on, or `null` when nobody who had a say vouches for the offered key.
 */
export function followHandovers(known: PortalKeys, offered: PortalKeys): PortalKeys | null {
  if (known.portal !== offered.portal) return null;
  const handovers = [...(known.handovers ?? [])];
  let key = known.publicKey;
  const left = new Set(formerKeys(known));
  let recovery = known.recoveryKey ?? null;
  for (const step of offered.handovers ?? []) {
    if (step.portal !== known.portal || step.to === key || left.has(step.to) || !isHandoverGenuine(step)) continue;
    const isByOld = step.signer === step.from && step.from === key;
    const isByRecovery = recovery !== null && step.signer === recovery;
    if (!isByOld && !isByRecovery) continue;
    left.add(key);
    handovers.push(step);
    key = step.to;
    if (isByRecovery) recovery = step.recovery;
  }
  if (key !== offered.publicKey) return null;
  return { portal: known.portal, publicKey: key, recoveryKey: recovery ?? offered.recoveryKey ?? null, handovers };
}

/** Keys the portal once had: what they signed stays part of its history. */
export function formerKeys({ publicKey, handovers = [] }: PortalKeys): string[] {
  const all = new Set(handovers.flatMap(({ from, to }) => [from, to]));
  return [...all].filter((key) => key !== publicKey);
}

/** Whether one of the portal's keys, past or present, passes the check: for what was told long ago and is only read. */
export function isOfPortal(portal: PortalKeys, isSignedByKey: (publicKey: string) => boolean): boolean {
  return [portal.publicKey, ...formerKeys(portal)].some(isSignedByKey);
}

/**
 * Whether the portal's key passes the check, or a former one that it handed over itself: for what people bring along. A
 * key that the recovery key had to end may be in anybody's hands and counts no more.
 */
export function isTrustedOfPortal(portal: PortalKeys, isSignedByKey: (publicKey: string) => boolean): boolean {
  const ended = new Set(portal.handovers?.flatMap(({ from, signer }) => (signer === from ? [] : [from])));
  const handed = portal.handovers?.flatMap(({ from, signer }) => (signer === from && !ended.has(from) ? [from] : []));
  return [portal.publicKey, ...(handed ?? [])].some(isSignedByKey);
}
