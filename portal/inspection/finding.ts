/** What an inspection can find. Each has a sentence under `audit.finding.KIND`. */
export const FINDING_KINDS = [
  'line_changed',
  'line_missing',
  'row_changed',
  'row_missing',
  'unlogged',
  'replayed',
  'bad_signature',
  'forged_device',
  'after_revocation',
  'bad_seal',
  'not_approved',
  'head_forged',
  'head_missing',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** One thing that is not as the log says. `what` is the kind of thing (a table's name or `line`), `id` which one. */
export interface Finding {
  readonly kind: FindingKind;
  readonly what: string;
  readonly id: string;
}
