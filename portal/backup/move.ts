import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { StartError } from '../error.ts';
import { openStore, STORE_FILE } from '../store/index.ts';
import { refuseOccupied, requirePortal } from './place.ts';
import { copyRows, type Digests, differing, digestsOf, planOf } from './rows.ts';

/**
 * Moves a portal that is stopped from its SQLite file to PostgreSQL: every row, in one transaction, read back and
 * compared by count and hash before it stands. It stays the same portal with the same epoch; the SQLite file keeps its
 * content under another name, so that nobody starts it again by mistake. Pictures stay where they are.
 *
 * @throws StartError `not_initialised`, `portal_running`, `database_occupied`; all that `openStore` throws.
 */
export async function moveToPostgres(folder: string, database: string): Promise<{ tables: Digests; kept: string }> {
  const file = join(folder, STORE_FILE);
  if (!existsSync(file)) throw new StartError('not_initialised', { folder });
  const source = await openStore(folder);
  try {
    await requirePortal(source, folder);
    // Leaving WAL mode needs the file alone: a portal that still serves it is found out here.
    const left = await sql<{ journal_mode: string }>`pragma journal_mode = delete`.execute(source).catch(() => null);
    if (left?.rows[0]?.journal_mode !== 'delete') throw new StartError('portal_running', { folder });
    await sql`pragma locking_mode = exclusive`.execute(source);
    const target = await openStore(folder, database);
    try {
      const plan = await planOf(source);
      const tables = await source.transaction().execute(async (from) => {
        await sql`update portal set last_seq = last_seq`.execute(from);
        return target.transaction().execute(async (to) => {
          await refuseOccupied(to, { folder, database });
          const copied = await copyRows(from, to, plan);
          const wrong = differing(copied, await digestsOf(to, plan));
          if (wrong.length > 0) throw new Error(`not copied truly: ${wrong.join(', ')}`);
          return copied;
        });
      });
      await source.destroy();
      const kept = `${file}.moved`;
      await rename(file, kept);
      return { tables, kept };
    } finally {
      await target.destroy();
    }
  } finally {
    await source.destroy();
  }
}
