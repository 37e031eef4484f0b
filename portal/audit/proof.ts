import {
  AUDIT_LINKS,
  type AuditPlace,
  type AuditProof,
  auditLineSchema,
  signAuditHead,
} from '../../shared/sync/index.ts';
import { signNatively } from '../signatures.ts';
import type { Store } from '../store/index.ts';

/**
 * The newest head of a unit's log, signed, with the links that lead to it from what the client holds. A client that is
 * far behind gets a part of the way, and the rest with its next requests.
 *
 * @returns `undefined` while the log has no line.
 */
export async function auditProof(
  store: Store,
  identity: { portal: string; secretKey: string },
  unit: string,
  kept: AuditPlace | undefined,
): Promise<AuditProof | undefined> {
  const { epoch } = await store.selectFrom('portal').select('epoch').executeTakeFirstOrThrow();
  const place = kept !== undefined && kept.epoch === epoch ? kept : null;
  const isThere = place === null || (await hashAt(store, unit, place.number)) === place.hash;
  const rows =
    place === null || !isThere
      ? []
      : await store
          .selectFrom('audit')
          .select(['number', 'link'])
          .where('unit', '=', unit)
          .where('number', '>', place.number)
          .orderBy('number')
          .limit(AUDIT_LINKS)
          .execute();
  const goesTo = place === null || !isThere ? null : (rows.at(-1)?.number ?? place.number);
  const row = await store
    .selectFrom('audit')
    .select(['number', 'hash', 'line'])
    .where('unit', '=', unit)
    .$if(goesTo !== null, (query) => query.where('number', '=', goesTo))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { at } = auditLineSchema.parse(JSON.parse(row.line));
  const { number, hash } = row;
  return {
    head: signAuditHead({ portal: identity.portal, unit, epoch, number, hash, at }, identity.secretKey, signNatively),
    links: isThere ? rows.map(({ link }) => link) : null,
  };
}

async function hashAt(store: Store, unit: string, number: number): Promise<string | null> {
  const row = await store
    .selectFrom('audit')
    .select('hash')
    .where('unit', '=', unit)
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.hash ?? null;
}
