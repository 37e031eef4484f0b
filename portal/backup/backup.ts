import { existsSync } from 'node:fs';
import { chmod, mkdtemp, open, readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { sql } from 'kysely';
import { StartError } from '../error.ts';
import { inspect, mediaFile } from '../media/index.ts';
import { openStore, STORE_FILE } from '../store/index.ts';
import { type Copied, type Place, requirePortal } from './place.ts';
import { copyRows, planOf, totalOf } from './rows.ts';

/**
 * Writes the whole portal into one file: a SQLite database of the store's own schema, with the pictures beside the
 * rows. The portal may go on serving: the rows are read in one transaction, and pictures never change. The file is
 * there whole or not at all. It holds the portal's secret key.
 *
 * @throws StartError `backup_exists`, `not_initialised`; all that `openStore` throws.
 */
export async function backUp({ folder, database }: Place, file: string, now: Date): Promise<Copied> {
  if (existsSync(file)) throw new StartError('backup_exists', { file });
  const work = await mkdtemp(`${resolve(file)}.`);
  try {
    const source = await openStore(folder, database);
    const made = join(work, STORE_FILE);
    const target = await openStore(work);
    let copied: Copied;
    try {
      const { digests, hashes } = await source
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute(async (from) => {
          await requirePortal(from, folder);
          const plan = await planOf(target);
          return {
            digests: await target.transaction().execute((to) => copyRows(from, to, plan)),
            hashes: await from.selectFrom('media').select('hash').orderBy('hash').execute(),
          };
        });
      await sql`create table backup (made_at text primary key, digests text not null)`.execute(target);
      await sql`create table backup_file (hash text primary key, bytes blob not null)`.execute(target);
      await sql`insert into backup values (${now.toISOString()}, ${JSON.stringify(digests)})`.execute(target);
      const missing: string[] = [];
      for (const { hash } of hashes) {
        const path = mediaFile(folder, hash);
        const found = await inspect(path).catch(() => null);
        if (found?.hash !== hash) missing.push(hash);
        else await sql`insert into backup_file values (${hash}, ${await readFile(path)})`.execute(target);
      }
      copied = { rows: totalOf(digests), pictures: hashes.length - missing.length, missing };
      await sql`pragma journal_mode = delete`.execute(target);
    } finally {
      await source.destroy();
      await target.destroy();
    }
    await chmod(made, 0o600);
    const handle = await open(made, 'r+');
    await handle.sync();
    await handle.close();
    await rename(made, file);
    return copied;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
