export { type AuditEntry, appendAudit } from './append.ts';
export { deviceEntry, keyEndedEntry, keyEntry, memberEntry, mutationEntry } from './entries.ts';
export { auditProof } from './proof.ts';
export { startAudit } from './start.ts';
