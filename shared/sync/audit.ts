import { z } from 'zod';
import { canonicalJson, hashText } from '../content/index.ts';
import { isSignedBy, sign, signatureSchema } from './mutation.ts';

/** What a line of a portal's audit log can be about. */
export const AUDIT_KINDS = [
  'log.started',
  'portal.key_changed',
  'portal.recovery_made',
  'unit.renamed',
  'unit.moved',
  'unit.merged',
  'merged.withdrawn',
  'member.set',
  'rules.set',
  'site.set',
  'device.registered',
  'device.named',
  'device.revoked',
  'key.registered',
  'key.ended',
  'session.opened',
  'session.refused',
  'password.changed',
  'password.reset',
  'mutation',
  'erased',
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** One line. `subject` is the id of what it is about; `person` and `device` are who acted, `null` for the portal. */
export const auditLineSchema = z.strictObject({
  unit: z.string().min(1),
  number: z.int().min(1),
  at: z.iso.datetime(),
  kind: z.string().min(1).max(64),
  person: z.string().nullable(),
  device: z.string().nullable(),
  subject: z.string(),
  details: z.record(z.string(), z.json()),
});
export type AuditLine = z.infer<typeof auditLineSchema>;

/** The chain before its first line. */
export const AUDIT_START = '0'.repeat(64);

/** The hash of one line's canonical form. A chain is proven from these alone, without showing a line. */
export function auditLink(canonicalLine: string): string {
  return hashText(`banthao-audit-line-1\n${canonicalLine}`);
}

/** The hash of the chain once a line has been added to it. */
export function auditChain(before: string, link: string): string {
  return hashText(`banthao-audit-chain-1\n${before}\n${link}`);
}

/** The state of a unit's log at one line, signed by the portal. Whoever holds it can tell if that line is ever changed or cut. */
export const auditHeadSchema = z.strictObject({
  portal: z.string().min(1).max(100),
  unit: z.string().min(1).max(64),
  epoch: z.string().min(1).max(64),
  number: z.int().min(1),
  hash: sha256,
  at: z.iso.datetime(),
  signature: signatureSchema,
});
export type AuditHead = z.infer<typeof auditHeadSchema>;

/** What a client holds: the place of its newest head. */
export const auditPlaceSchema = z.strictObject({
  epoch: z.string().min(1).max(64),
  number: z.int().min(1),
  hash: sha256,
});
export type AuditPlace = z.infer<typeof auditPlaceSchema>;

/** Links sent in one reply, at most; the head that comes with them stands where they end. */
export const AUDIT_LINKS = 500;

/** A newer head, and the links that lead to it from the place the client named; `null`: the log lacks that place. */
export const auditProofSchema = z.strictObject({
  head: auditHeadSchema,
  links: z.array(sha256).max(AUDIT_LINKS).nullable(),
});
export type AuditProof = z.infer<typeof auditProofSchema>;

/** @param signer `sign`, or what does the same more quickly. */
export function signAuditHead(head: Omit<AuditHead, 'signature'>, secretKey: string, signer = sign): AuditHead {
  return { ...head, signature: signer(headText(head), secretKey) };
}

export function isAuditHeadSignedBy(head: AuditHead, publicKey: string): boolean {
  const { signature, ...words } = head;
  return isSignedBy(headText(words), signature, publicKey);
}

/**
 * Whether a proof goes on from what the client holds. A head of another epoch is that of a restored portal: it starts
 * anew, and the older heads stay as evidence.
 */
export function isAuditContinued(
  kept: AuditPlace | null,
  { head, links }: AuditProof,
  portal: { readonly portal: string; readonly publicKey: string },
): boolean {
  if (head.portal !== portal.portal || !isAuditHeadSignedBy(head, portal.publicKey)) return false;
  if (kept === null || kept.epoch !== head.epoch) return true;
  if (links === null || head.number !== kept.number + links.length) return false;
  return links.reduce(auditChain, kept.hash) === head.hash;
}

/** A head's signature never stands for another kind of message. */
function headText(head: Omit<AuditHead, 'signature'>): string {
  return `banthao-audit-head-1\n${canonicalJson(head)}`;
}
