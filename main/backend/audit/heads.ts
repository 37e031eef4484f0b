import { AppError } from '../../../shared/contract/index.ts';
import {
  type AuditHead,
  type AuditPlace,
  auditHeadSchema,
  isAuditContinued,
  type PortalInfo,
  type SyncReply,
} from '../../../shared/sync/index.ts';
import type { Store } from '../store/index.ts';

interface HeadRow {
  readonly epoch: string;
  readonly number: number;
  readonly hash: string;
  readonly words: string;
}

/** The newest head of the portal's audit log that is kept here, as a request names it; `null` before the first. */
export function keptPlace(db: Store): AuditPlace | null {
  const row = db
    .prepare<[], HeadRow>('SELECT epoch, number, hash, words FROM audit_head ORDER BY place DESC LIMIT 1')
    .get();
  return row === undefined ? null : { epoch: row.epoch, number: row.number, hash: row.hash };
}

/**
 * Takes in what a reply says of the portal's audit log: its head must be the portal's own, and the log must still hold
 * the one kept here. A log that was cut or written anew is refused with all that came with it; nothing here is lost.
 *
 * The newest head of each day is kept, for an inspection: `audit verify --heads`.
 *
 * @throws AppError `audit_broken`.
 */
export function takeInHead(db: Store, portal: PortalInfo, { audit, cursor }: SyncReply): void {
  const kept = keptPlace(db);
  if (audit === undefined) {
    if (kept !== null && kept.epoch === cursor.epoch) throw new AppError('audit_broken');
    return;
  }
  if (audit.head.unit !== portal.unit.id || audit.head.epoch !== cursor.epoch) throw new AppError('audit_broken');
  if (!isAuditContinued(kept, audit, portal)) throw new AppError('audit_broken');
  const { epoch, number, hash, at } = audit.head;
  if (kept?.epoch === epoch && kept.number === number) return;
  db.transaction(() => {
    const day = at.slice(0, 10);
    db.prepare('DELETE FROM audit_head WHERE epoch = ? AND day = ?').run(epoch, day);
    db.prepare('INSERT INTO audit_head (epoch, day, number, hash, words) VALUES (?, ?, ?, ?, ?)').run(
      epoch,
      day,
      number,
      hash,
      JSON.stringify(audit.head),
    );
  })();
}

/** All heads kept here, oldest first, as a file for an inspection. */
export function headsFile(db: Store, portal: PortalInfo, now: Date): { fileName: string; text: string } {
  const heads: AuditHead[] = db
    .prepare<[], HeadRow>('SELECT epoch, number, hash, words FROM audit_head ORDER BY place')
    .all()
    .map((row) => auditHeadSchema.parse(JSON.parse(row.words)));
  const text = JSON.stringify({ portal: portal.portal, unit: portal.unit.id, heads }, null, 2);
  return { fileName: `dau-nhat-ky-${now.toISOString().slice(0, 10)}.json`, text };
}
