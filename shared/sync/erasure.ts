import { z } from 'zod';
import { canonicalJson } from '../content/index.ts';
import { isSignedBy, sign, signatureSchema } from './mutation.ts';

/**
 * Says that a text or a file was erased (design 3), signed by the portal. Whoever holds it drops what has that hash and
 * takes it from nobody; clients bring it back to a portal that was restored from a backup.
 */
export const erasureSchema = z.strictObject({
  portal: z.string().min(1).max(100),
  unit: z.string().min(1).max(64),
  what: z.enum(['revision', 'media']),
  /** Id of the revision, or hash of the file. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime(),
  signature: signatureSchema,
});
export type Erasure = z.infer<typeof erasureSchema>;

/** Signs with the portal's 32-byte secret key in hex. */
export function signErasure(words: Omit<Erasure, 'signature'>, secretKey: string): Erasure {
  return { ...words, signature: sign(erasureText(words), secretKey) };
}

/** Whether the portal of this public key (hex) said so. */
export function isErasureSignedBy({ signature, ...words }: Erasure, publicKey: string): boolean {
  return isSignedBy(erasureText(words), signature, publicKey);
}

function erasureText(words: Omit<Erasure, 'signature'>): string {
  return `banthao-erasure-1\n${canonicalJson(words)}`;
}
