import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { canonicalJson } from '../content/index.ts';
import type { ApprovalStatement } from '../workflow/index.ts';

/** An Ed25519 public key (32 bytes) in lower-case hex. */
export const publicKeySchema = z.string().regex(/^[0-9a-f]{64}$/);
/** An Ed25519 signature (64 bytes) in lower-case hex. */
export const signatureSchema = z.string().regex(/^[0-9a-f]{128}$/);

/** The words of a mutation that its device signs. */
export const unsignedMutationSchema = z.strictObject({
  /** Made once by the sender, executed once by the portal. */
  id: z.uuid(),
  device: z.string().min(1).max(64),
  /** Counts the mutations of one device from 1; only shows gaps, gives no order. */
  seq: z.int().min(1),
  name: z.string().min(1).max(64),
  args: z.record(z.string(), z.json()),
  /** Mutations it builds on, other people's too: they give the order (design 6). */
  after: z.array(z.uuid()).max(16),
  /** The sender's clock, for display only. */
  at: z.iso.datetime(),
});
export type UnsignedMutation = z.infer<typeof unsignedMutationSchema>;

const knownMutationSchema = z.strictObject({ ...unsignedMutationSchema.shape, signature: signatureSchema });
export type Mutation = z.infer<typeof knownMutationSchema>;

/**
 * A named change of shared state, signed with its device's key (design 6). What a newer version says besides is kept
 * value for value: the signature is over it too, and whoever is brought up to date reads it then.
 */
export const mutationSchema = z.looseObject(knownMutationSchema.shape) as unknown as z.ZodType<Mutation>;

/** Whether a mutation says more than this version knows: it is not to be executed by what is left. */
export function saysMore(mutation: Mutation): boolean {
  return !knownMutationSchema.safeParse(mutation).success;
}

/** Signs with a 32-byte Ed25519 secret key in hex. The result is over the canonical form of all but the signature. */
export function signMutation(mutation: UnsignedMutation, secretKey: string): Mutation {
  return { ...mutation, signature: sign(canonicalJson(mutation), secretKey) };
}

/** Whether the device's public key (hex) made this mutation's signature. `isSigned` is what does so, or the same quicker. */
export function isMutationSignedBy(mutation: Mutation, publicKey: string, isSigned = isSignedBy): boolean {
  const { signature, ...words } = mutation;
  return isSigned(canonicalJson(words), signature, publicKey);
}

/** Seals an approval with the person's own key (32-byte secret, hex); returns the signature in hex. */
export function sealApproval(statement: ApprovalStatement, secretKey: string): string {
  return sign(approvalText(statement), secretKey);
}

/** Whether the person's public key (hex) sealed this approval. `isSigned` as for {@link isMutationSignedBy}. */
export function isApprovalSealedBy(
  statement: ApprovalStatement,
  seal: string,
  publicKey: string,
  isSigned = isSignedBy,
): boolean {
  return isSigned(approvalText(statement), seal, publicKey);
}

/** The public half (hex) of a secret key. */
export function publicKeyOf(secretKey: string): string {
  return bytesToHex(ed25519.getPublicKey(hexToBytes(secretKey)));
}

/** A new Ed25519 key pair, both halves in hex. */
export function newKeyPair(): { secretKey: string; publicKey: string } {
  const { secretKey, publicKey } = ed25519.keygen();
  return { secretKey: bytesToHex(secretKey), publicKey: bytesToHex(publicKey) };
}

/** Keeps an approval's signature from ever standing for another kind of message. */
function approvalText(statement: ApprovalStatement): string {
  return `banthao-approval-1\n${canonicalJson(statement)}`;
}

/** Ed25519 over the UTF-8 bytes of a text; secret key and signature in hex. The text names its own kind. */
export function sign(text: string, secretKey: string): string {
  return bytesToHex(ed25519.sign(utf8ToBytes(text), hexToBytes(secretKey)));
}

/** Whether this public key (hex) made that signature over the text. */
export function isSignedBy(text: string, signature: string, publicKey: string): boolean {
  try {
    return ed25519.verify(hexToBytes(signature), utf8ToBytes(text), hexToBytes(publicKey));
  } catch {
    return false;
  }
}
