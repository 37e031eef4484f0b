import { canonicalJson } from '../../shared/content/index.ts';
import { AUDIT_START, type AuditLine, auditChain, auditLink, type Mutation } from '../../shared/sync/index.ts';
import { mutationEntry } from '../audit/index.ts';
import type { Store } from '../store/index.ts';

/** Writes the whole log anew, as somebody with the database and without the clients would. */
export async function rewriteLog(
  store: Store,
  unit: string,
  change: (lines: readonly AuditLine[]) => readonly AuditLine[],
): Promise<void> {
  const rows = await store.selectFrom('audit').selectAll().where('unit', '=', unit).orderBy('number').execute();
  const lines = change(rows.map(({ line }) => JSON.parse(line) as AuditLine));
  await store.deleteFrom('audit').where('unit', '=', unit).execute();
  let hash = AUDIT_START;
  for (const [index, changed] of lines.entries()) {
    const line = canonicalJson({ ...changed, number: index + 1 });
    const link = auditLink(line);
    hash = auditChain(hash, link);
    await store
      .insertInto('audit')
      .values({ unit, number: index + 1, line, link, hash })
      .execute();
  }
}

/** Puts other words in the place of a mutation's. */
export async function setWords(store: Store, id: string, mutation: Mutation): Promise<void> {
  await store
    .updateTable('mutation')
    .set({ canonical: canonicalJson(mutation) })
    .where('id', '=', id)
    .execute();
}

export async function wordsOf(store: Store, id: string): Promise<Mutation> {
  const row = await store.selectFrom('mutation').select('canonical').where('id', '=', id).executeTakeFirstOrThrow();
  return JSON.parse(row.canonical) as Mutation;
}

/** Makes the log say of a mutation what its row says now. */
export async function relog(store: Store, unit: string, id: string): Promise<void> {
  const row = await store.selectFrom('mutation').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const { details, person, device } = mutationEntry(row, new Date(row.received_at));
  await rewriteLog(store, unit, (lines) =>
    lines.map((line) => (line.subject === id ? { ...line, details, person, device } : line)),
  );
}
