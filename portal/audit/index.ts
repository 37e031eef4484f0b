export { type AuditEntry, appendAudit, inAllUnits, lockUnit } from './append.ts';
export {
  type Acting,
  deviceEntry,
  deviceRevokedEntry,
  keyEndedEntry,
  keyEntry,
  memberEntry,
  mutationEntry,
  rulesEntry,
  siteEntry,
} from './entries.ts';
export { auditProof } from './proof.ts';
export { startAudit } from './start.ts';
