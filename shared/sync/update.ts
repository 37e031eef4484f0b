import { z } from 'zod';
import { canonicalJson } from '../content/index.ts';
import { isSignedBy, sign, signatureSchema } from './mutation.ts';

/** Three plain numbers: no pre-releases are announced. */
const versionSchema = z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/);

/** One installer: for which system (`process.platform` and `process.arch`), where it is, and what must come from there. */
const updateFileSchema = z.looseObject({
  platform: z.string().regex(/^[a-z0-9]{1,20}-[a-z0-9]{1,20}$/),
  url: z.url({ protocol: /^https?$/ }).max(2_000),
  /** SHA-256 of the file, lower-case hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(1).max(2_000_000_000),
});
export type UpdateFile = z.infer<typeof updateFileSchema>;

/** A new version of the program, as its makers announce it. A later version may add fields; they are signed too. */
export const updateManifestSchema = z.looseObject({
  version: versionSchema,
  /** What is new, plain text for the person who decides. */
  notes: z.string().max(4_000),
  files: z.array(updateFileSchema).max(32),
  publishedAt: z.iso.datetime(),
});
export type UpdateManifest = z.infer<typeof updateManifestSchema>;

/** The announcement as a portal serves it. A portal only passes it on: the signature is the release key's. */
export const signedUpdateSchema = z.strictObject({
  manifest: updateManifestSchema,
  signature: signatureSchema,
});
export type SignedUpdate = z.infer<typeof signedUpdateSchema>;

/** Signs an announcement with the release key (32-byte Ed25519 secret, hex). */
export function signUpdate(manifest: UpdateManifest, secretKey: string): SignedUpdate {
  return { manifest, signature: sign(updateText(manifest), secretKey) };
}

/** Whether the release key (hex) made this announcement. */
export function isUpdateSignedBy({ manifest, signature }: SignedUpdate, publicKey: string): boolean {
  return isSignedBy(updateText(manifest), signature, publicKey);
}

/** Whether the first version is later than the second. A version that is not three numbers is later than none. */
export function isNewerVersion(version: string, than: string): boolean {
  if (!versionSchema.safeParse(version).success || !versionSchema.safeParse(than).success) return false;
  const [ours, theirs] = [version, than].map((text) => text.split('.').map(Number));
  const at = ours?.findIndex((number, index) => number !== theirs?.[index]) ?? -1;
  return at !== -1 && (ours?.[at] ?? 0) > (theirs?.[at] ?? 0);
}

/** Keeps an announcement's signature from ever standing for another kind of message. */
function updateText(manifest: UpdateManifest): string {
  return `banthao-update-1\n${canonicalJson(manifest)}`;
}
