import { z } from 'zod';
import { canonicalJson } from '../content/index.ts';
import { isSignedBy, publicKeySchema, sign, signatureSchema } from './mutation.ts';
import { nextPageSchema, PAGE_ROWS } from './paging.ts';

/** Whose an approval key is, as the portal signs it: with this, the seal under an approval is checked where nobody is online. */
export const keyCertificateSchema = z.object({
  portal: z.string().min(1).max(100),
  unit: z.string().min(1).max(64),
  key: z.uuid(),
  publicKey: publicKeySchema,
  person: z.string().min(1).max(64),
  /** Where it was made; a line started from that device seals with it too. */
  device: z.uuid(),
  /** When the portal came to know the key. */
  at: z.iso.datetime(),
  signature: signatureSchema,
});
export type KeyCertificate = z.infer<typeof keyCertificateSchema>;

export function signKeyCertificate(words: Omit<KeyCertificate, 'signature'>, secretKey: string): KeyCertificate {
  return { ...words, signature: sign(textOf(words), secretKey) };
}

export function isKeyCertificateSignedBy({ signature, ...words }: KeyCertificate, publicKey: string): boolean {
  return isSignedBy(textOf(words), signature, publicKey);
}

/** A signature never stands for another kind of message. */
function textOf(words: object): string {
  return `banthao-approval-key-1\n${canonicalJson(words)}`;
}

/** A page of the approval keys of the caller's unit, by id: those that have ended too, for what they sealed before. */
export const approvalKeysReplySchema = z.object({
  keys: z.array(keyCertificateSchema).max(PAGE_ROWS),
  next: nextPageSchema,
});
export type ApprovalKeysReply = z.infer<typeof approvalKeysReplySchema>;
