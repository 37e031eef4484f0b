import { z } from 'zod';
import { canonicalJson } from '../content/index.ts';
import { isSignedBy, sign, signatureSchema } from './mutation.ts';

/** Signs, seconds and lengths of accounts, shared by both sides. */
export const ACCOUNT_LIMITS = {
  /** Seconds an access token lasts. */
  tokenSeconds: 3_600,
  /** Characters of a password: what is taken at sign-in, never cut off. */
  passwordCharacters: 200,
} as const;

const secretSchema = z.string().min(20).max(200);

/** A sign-in of a device: the token that rides with requests, and the secret that brings the next one. Each is told once. */
export const passSchema = z.object({
  token: secretSchema,
  /** Seconds the token lasts. */
  seconds: z.int().min(1),
  /** Used once, with a signature of the device's key. */
  renewal: secretSchema,
});
export type Pass = z.infer<typeof passSchema>;

/** Asks for the next pass of a device. Nobody who lacks the device's key can ask, whatever they overheard. */
export const renewRequestSchema = z.strictObject({
  device: z.uuid(),
  renewal: secretSchema,
  signature: signatureSchema,
});
export type RenewRequest = z.infer<typeof renewRequestSchema>;

/** What a renewal is for. */
export interface Renewal {
  readonly portal: string;
  readonly device: string;
  readonly renewal: string;
}

/** Signs a renewal with the device's key (32-byte Ed25519 secret, hex). */
export function signRenewal(words: Renewal, secretKey: string): string {
  return sign(renewalText(words), secretKey);
}

/** Whether the device's key (public, hex) asked for this renewal at this portal. */
export function isRenewalSignedBy(words: Renewal, signature: string, publicKey: string): boolean {
  return isSignedBy(renewalText(words), signature, publicKey);
}

function renewalText({ portal, device, renewal }: Renewal): string {
  return `banthao-renewal-1\n${canonicalJson({ portal, device, renewal })}`;
}

export const passwordSchema = z.string().min(1).max(ACCOUNT_LIMITS.passwordCharacters);

/** Changes one's own password; every other device of the person is signed out. */
export const changePasswordRequestSchema = z.strictObject({ password: passwordSchema, newPassword: passwordSchema });
export type ChangePasswordRequest = z.infer<typeof changePasswordRequestSchema>;

/** By the administrator of the unit: a new one-time password for a member who cannot sign in. */
export const resetPasswordRequestSchema = z.strictObject({ person: z.string().min(1).max(64) });
export type ResetPasswordRequest = z.infer<typeof resetPasswordRequestSchema>;

/** Told this once; it is good for one sign-in, at which another is chosen. */
export const resetPasswordReplySchema = z.strictObject({ account: z.string(), password: z.string() });
export type ResetPasswordReply = z.infer<typeof resetPasswordReplySchema>;
