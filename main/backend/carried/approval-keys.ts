import { type KeyCertificate, keyCertificateSchema } from '../../../shared/sync/index.ts';
import { parseAction } from '../../../shared/workflow/index.ts';
import type { Store } from '../store/index.ts';
import { wantAllDevices } from './devices.ts';

/** Certificates already checked against the portal's key. */
export function noteApprovalKeys(db: Store, certificates: readonly KeyCertificate[]): void {
  const insert = db.prepare(
    `INSERT INTO approval_key_certificate (key, words) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET words = excluded.words WHERE words <> excluded.words`,
  );
  db.transaction(() => {
    for (const certificate of certificates) insert.run(certificate.key, JSON.stringify(certificate));
  })();
}

/** Whose an approval key is, as the portal signed it; `null` for one that was never told of here. */
export function keyCertificateOf(db: Store, key: string): KeyCertificate | null {
  const row = db
    .prepare<[string], { words: string }>('SELECT words FROM approval_key_certificate WHERE key = ?')
    .get(key);
  return row === undefined ? null : keyCertificateSchema.parse(JSON.parse(row.words));
}

/** An act came that a key sealed which is not known here: the portal is asked for keys at the next sync. */
export function wantKeyOf(db: Store, name: string, args: unknown): void {
  const action = parseAction(name, args);
  if (action?.name !== 'post.approve' && action?.name !== 'post.urgent') return;
  if (keyCertificateOf(db, action.args.key) === null) wantAllDevices(db);
}
