import { canonicalJson } from '../content/index.ts';
import type { Permit } from '../workflow/index.ts';
import { isSignedBy, sign } from './mutation.ts';

/** How long a permit lasts, in milliseconds: long enough for a slow line, too short to be kept for later. */
export const PERMIT_MS = 120_000;

/** For whom a permit is. */
export interface PermitHolder {
  readonly portal: string;
  readonly device: string;
}

/** The portal's word that it heard that device at `now`. */
export function signPermit(holder: PermitHolder, now: Date, secretKey: string): Permit {
  const until = new Date(now.getTime() + PERMIT_MS).toISOString();
  return { until, signature: sign(permitText(holder, until), secretKey) };
}

/** Whether the portal (public key, hex) gave this permit to that device, and it lasts at `now`. */
export function isPermitGood(
  { until, signature }: Permit,
  holder: PermitHolder,
  now: Date,
  publicKey: string,
): boolean {
  return now.toISOString() <= until && isSignedBy(permitText(holder, until), signature, publicKey);
}

function permitText({ portal, device }: PermitHolder, until: string): string {
  return `banthao-permit-1\n${canonicalJson({ portal, device, until })}`;
}
