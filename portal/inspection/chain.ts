import { canonicalJson } from '../../shared/content/index.ts';
import {
  AUDIT_START,
  type AuditHead,
  type AuditLine,
  auditChain,
  auditLineSchema,
  auditLink,
  isAuditHeadSignedBy,
} from '../../shared/sync/index.ts';
import type { Store } from '../store/index.ts';
import type { Finding } from './finding.ts';

/** A log as it was read: its lines, and the hash after each. */
export interface ReadLog {
  readonly lines: readonly AuditLine[];
  readonly hashes: ReadonlyMap<number, string>;
  readonly findings: readonly Finding[];
}

/** Reads a unit's log and works out its chain anew. What the rows say of their own hashes is compared, never believed. */
export async function readLog(store: Store, unit: string): Promise<ReadLog> {
  const rows = await store.selectFrom('audit').selectAll().where('unit', '=', unit).orderBy('number').execute();
  const lines: AuditLine[] = [];
  const hashes = new Map<number, string>();
  const findings: Finding[] = [];
  let chain = AUDIT_START;
  let expected = 1;
  for (const row of rows) {
    for (; expected < row.number; expected += 1)
      findings.push({ kind: 'line_missing', what: 'line', id: String(expected) });
    expected = row.number + 1;
    const line = parseLine(row.line);
    const link = auditLink(row.line);
    chain = auditChain(chain, link);
    hashes.set(row.number, chain);
    const isSound = line?.number === row.number && line.unit === unit && row.link === link && row.hash === chain;
    if (!isSound) findings.push({ kind: 'line_changed', what: 'line', id: String(row.number) });
    if (line !== null) lines.push(line);
    // One changed line is one finding: the next are judged from what is stored.
    chain = row.hash;
  }
  return { lines, hashes, findings };
}

/** Heads that clients kept: each must be the portal's own, and its place in the log must still be what it was. */
export function checkHeads(
  log: ReadLog,
  heads: readonly AuditHead[],
  portal: { id: string; unit: string; keys: readonly string[] },
): Finding[] {
  return heads.flatMap((head): Finding[] => {
    const id = String(head.number);
    const isSigned = portal.keys.some((key) => isAuditHeadSignedBy(head, key));
    if (head.portal !== portal.id || head.unit !== portal.unit || !isSigned)
      return [{ kind: 'head_forged', what: 'head', id }];
    return log.hashes.get(head.number) === head.hash ? [] : [{ kind: 'head_missing', what: 'head', id }];
  });
}

function parseLine(text: string): AuditLine | null {
  try {
    const parsed = auditLineSchema.safeParse(JSON.parse(text));
    return parsed.success && canonicalJson(parsed.data) === text ? parsed.data : null;
  } catch {
    return null;
  }
}
