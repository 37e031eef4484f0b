import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { canonicalJson, hashText, LIMITS, revisionIdSchema } from '../content/index.ts';
import { isSignedBy, type Mutation, mutationSchema, publicKeySchema, sign, signatureSchema } from './mutation.ts';
import { nextPageSchema, PAGE_ROWS } from './paging.ts';
import {
  cursorSchema,
  encodedRevisionSchema,
  sealedMutationSchema,
  unitSchema,
  verdictSchema,
  WIRE_LIMITS,
} from './wire.ts';

/** Limits of one bundle file, checked before anything of it is unpacked. */
export const BUNDLE_LIMITS = {
  /** What a FAT32 stick takes in one file. */
  fileBytes: 4_000_000_000,
  manifestBytes: 4_000_000,
  entries: 20_000,
  /** One part of the content, packed and unpacked. */
  partBytes: 16_000_000,
  itemsOfPart: 20_000,
} as const;

/** The form of bundles written here. A higher one comes from a newer program. */
export const BUNDLE_FORMAT = 1;

/** Whose a device is, as the portal signs it: with this, a mutation is checked where nobody is online. */
export const certificateSchema = z.strictObject({
  portal: z.string().min(1).max(100),
  unit: z.string().min(1).max(64),
  device: z.uuid(),
  publicKey: publicKeySchema,
  person: z.string().min(1).max(64),
  name: z.string().max(200),
  /** When the portal came to know the device. */
  at: z.iso.datetime(),
  signature: signatureSchema,
});
export type Certificate = z.infer<typeof certificateSchema>;

/** A verdict as the portal signs it, for people who get it by way of others. */
export const receiptSchema = z.strictObject({
  portal: z.string().min(1).max(100),
  unit: z.string().min(1).max(64),
  epoch: z.string().min(1).max(64),
  mutation: z.uuid(),
  /** {@link actHash} of the mutation. */
  act: revisionIdSchema,
  outcome: verdictSchema.shape.outcome.exclude(['forked']),
  code: z.string().max(64),
  receivedAt: z.iso.datetime(),
  /** Of an accepted one; `null` for others. */
  number: z.int().min(1).nullable(),
  contributors: z.array(z.string()),
  signature: signatureSchema,
});
export type Receipt = z.infer<typeof receiptSchema>;

/** What a mutation asks for, whichever device line of its person signs it: the hash of the canonical form of that. */
export function actHash({ id, name, args, after, at }: Mutation): string {
  return hashText(`banthao-act-1\n${canonicalJson({ id, name, args, after, at })}`);
}

export function signCertificate(words: Omit<Certificate, 'signature'>, secretKey: string): Certificate {
  return { ...words, signature: sign(textOf('certificate', words), secretKey) };
}

export function isCertificateSignedBy({ signature: made, ...words }: Certificate, publicKey: string): boolean {
  return isSignedBy(textOf('certificate', words), made, publicKey);
}

export function signReceipt(words: Omit<Receipt, 'signature'>, secretKey: string): Receipt {
  return { ...words, signature: sign(textOf('receipt', words), secretKey) };
}

export function isReceiptSignedBy({ signature: made, ...words }: Receipt, publicKey: string): boolean {
  return isSignedBy(textOf('receipt', words), made, publicKey);
}

/** A signature never stands for another kind of message. */
function textOf(kind: 'certificate' | 'receipt', words: object): string {
  return `banthao-${kind}-1\n${canonicalJson(words)}`;
}

/** What a box holds. */
export const boxContentSchema = z.strictObject({
  mutation: mutationSchema,
  revision: encodedRevisionSchema.nullable(),
});
export type BoxContent = z.infer<typeof boxContentSchema>;

/**
 * The key of one box, from both sides: the portal's Ed25519 key serves as X25519 key by the birational map of RFC 7748
 * (as libsodium's `crypto_sign_ed25519_pk_to_curve25519`), then HKDF-SHA-256. Each box has a one-time key of its own, so
 * the nonce is zero.
 */
export const boxKey = {
  /** @param oneTime 32 secret bytes. Returns their public half too. */
  ofSender(portalKey: string, oneTime: Uint8Array): { readonly key: Uint8Array; readonly oneTimePublic: Uint8Array } {
    const oneTimePublic = x25519.getPublicKey(oneTime);
    const shared = x25519.getSharedSecret(oneTime, ed25519.utils.toMontgomery(hexToBytes(portalKey)));
    return { key: derive(shared, oneTimePublic, portalKey), oneTimePublic };
  },
  /** Throws for a public half that is no key. */
  ofPortal(secretKey: string, oneTimePublic: Uint8Array): Uint8Array {
    const own = hexToBytes(secretKey);
    const shared = x25519.getSharedSecret(ed25519.utils.toMontgomerySecret(own), oneTimePublic);
    return derive(shared, oneTimePublic, bytesToHex(ed25519.getPublicKey(own)));
  },
} as const;

function derive(shared: Uint8Array, oneTimePublic: Uint8Array, portalKey: string): Uint8Array {
  return hkdf(sha256, shared, concatBytes(oneTimePublic, hexToBytes(portalKey)), utf8ToBytes('banthao-box-1'), 32);
}

/** One thing in a bundle. Kinds that are not here come from a later program and are passed over. */
export const bundleItemSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('device'), certificate: certificateSchema }),
  z.strictObject({
    kind: z.literal('revision'),
    id: revisionIdSchema,
    canonical: z.string().max(LIMITS.canonicalBytes),
  }),
  z.strictObject({
    kind: z.literal('mutation'),
    mutation: mutationSchema,
    /** As in the feed: who authored an ancestor of what was submitted. */
    contributors: z.array(z.string().max(64)).max(1_000),
  }),
  z.strictObject({ kind: z.literal('sealed'), ...sealedMutationSchema.shape }),
  /** A mutation that others build on and that is not for everybody's eyes. */
  z.strictObject({ kind: z.literal('hidden'), mutation: z.uuid() }),
  z.strictObject({ kind: z.literal('receipt'), receipt: receiptSchema }),
]);
export type BundleItem = z.infer<typeof bundleItemSchema>;

/** Says what a bundle is and lists all that follows; its maker's device signs it. */
export const bundleManifestSchema = z.looseObject({
  format: z.literal(BUNDLE_FORMAT),
  id: z.uuid(),
  portal: z.string().min(1).max(100),
  unit: unitSchema,
  maker: certificateSchema,
  /** The maker's clock, for display only. */
  at: z.iso.datetime(),
  /** Where the maker stands in the unit's changes: who gives it a bundle back may begin there. */
  cursor: cursorSchema.nullable(),
  entries: z
    .array(
      z.strictObject({
        name: z.string().max(100),
        bytes: z.int().min(0).max(BUNDLE_LIMITS.fileBytes),
        sha256: revisionIdSchema,
      }),
    )
    .max(BUNDLE_LIMITS.entries),
});
export type BundleManifest = z.infer<typeof bundleManifestSchema>;

/** What the maker's device signs: the manifest's bytes as they lie in the file. */
export function manifestText(manifestHash: string): string {
  return `banthao-bundle-1\n${manifestHash}`;
}

/** A page of the devices of the caller's unit, by id. */
export const devicesReplySchema = z.strictObject({
  devices: z.array(certificateSchema).max(PAGE_ROWS),
  next: nextPageSchema,
});
export type DevicesReply = z.infer<typeof devicesReplySchema>;

/** What the devices of the caller's unit are called, by id. Nobody signs it: a name is for people, and proves nothing. */
export const deviceNamesReplySchema = z.object({
  names: z.array(z.object({ device: z.uuid(), name: z.string().max(WIRE_LIMITS.deviceNameCharacters) })).max(PAGE_ROWS),
  next: nextPageSchema,
});
export type DeviceNamesReply = z.infer<typeof deviceNamesReplySchema>;

/** Calls a computer of the caller's own something else. On one line, and in one form of its letters. */
export const nameDeviceRequestSchema = z.strictObject({
  device: z.uuid(),
  name: z
    .string()
    .overwrite((name) =>
      name
        .normalize('NFC')
        .replace(/[\p{Cc}\s]+/gu, ' ')
        .trim(),
    )
    .min(1)
    .max(WIRE_LIMITS.deviceNameCharacters),
});
export type NameDeviceRequest = z.infer<typeof nameDeviceRequestSchema>;

export const receiptsRequestSchema = z.strictObject({ mutations: z.array(z.uuid()).min(1).max(200) });
export const receiptsReplySchema = z.strictObject({ receipts: z.array(receiptSchema).max(200) });

/** Brings pictures for a revision of somebody else, which this person may see and carried. */
export const carriedMediaRequestSchema = z.strictObject({
  revision: revisionIdSchema,
  media: z.array(revisionIdSchema).min(1).max(200),
});
/** Those to be uploaded first, for the portal does not have them from this person. */
export const carriedMediaReplySchema = z.strictObject({ wanted: z.array(revisionIdSchema).max(200) });
