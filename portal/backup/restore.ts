import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { newId } from '../../shared/content/index.ts';
import { StartError } from '../error.ts';
import { inspect, keepFile } from '../media/index.ts';
import { openStore, STORE_FILE, type Store } from '../store/index.ts';
import { type Copied, type Place, refuseOccupied } from './place.ts';
import { copyRows, type Digests, differing, digestsOf, planOf, totalOf } from './rows.ts';

/** What is not brought back: nobody stays signed in, and nobody's wrong passwords of then count now. */
const OF_THE_MOMENT: ReadonlySet<string> = new Set(['session', 'login', 'attempt', 'sent_today']);

/**
 * Makes a portal from a backup, on SQLite or PostgreSQL alike, where there is none yet. It gets a new epoch, so that
 * programs read its feed anew and send what it has not got, and nobody stays signed in. All is checked before the
 * portal is there; the backup is not changed.
 *
 * @returns what was copied, and when the backup was made: what was revoked since then is not so any more.
 * @throws StartError `already_initialised`, `database_occupied`, `not_a_backup`, `backup_damaged`; all that `openStore` throws.
 */
export async function restore(file: string, place: Place): Promise<Copied & { readonly madeAt: string }> {
  const { folder, database } = place;
  if (!existsSync(file)) throw new StartError('not_a_backup', { file });
  const target = await openStore(folder, database);
  const work = await mkdtemp(join(folder, 'restore-'));
  try {
    await refuseOccupied(target, place);
    await copyFile(file, join(work, STORE_FILE));
    const { digests, madeAt } = await promised(work, file);
    const source = await openStore(work);
    try {
      const pictures = await restorePictures(source, folder, work, file);
      const known = (await source.selectFrom('media').select('hash').execute()).map(({ hash }) => hash);
      await target.transaction().execute(async (to) => {
        await refuseOccupied(to, place);
        const plan = (await planOf(source)).filter(({ name }) => !OF_THE_MOMENT.has(name));
        await copyRows(source, to, plan);
        await to.updateTable('portal').set({ epoch: newId() }).execute();
      });
      const missing = known.filter((hash) => !pictures.has(hash)).sort();
      return { rows: totalOf(digests), pictures: pictures.size, missing, madeAt };
    } finally {
      await source.destroy();
    }
  } finally {
    await target.destroy();
    await rm(work, { recursive: true, force: true });
  }
}

/** What the backup says it holds, once that is found true. Read before its schema is brought to this version. */
async function promised(work: string, file: string): Promise<{ digests: Digests; madeAt: string }> {
  let store: Store;
  try {
    store = await openStore(work, null, { migrate: false });
  } catch (error) {
    throw new StartError('not_a_backup', { file }, { cause: error });
  }
  try {
    const read = sql<{ digests: string; made_at: string }>`select digests, made_at from backup`;
    const { rows } = await read.execute(store).catch((error) => {
      throw new StartError('not_a_backup', { file }, { cause: error });
    });
    const digests = JSON.parse(rows[0]?.digests ?? '{}') as Digests;
    const found = await digestsOf(store, await planOf(store)).catch(() => ({}));
    if (differing(digests, found).length > 0) throw new StartError('backup_damaged', { file });
    return { digests, madeAt: rows[0]?.made_at ?? '' };
  } finally {
    await store.destroy();
  }
}

async function restorePictures(source: Store, folder: string, work: string, file: string): Promise<Set<string>> {
  const done = new Set<string>();
  const { rows } = await sql<{ hash: string }>`select hash from backup_file order by hash`.execute(source);
  for (const { hash } of rows) {
    const one = await sql<{ bytes: Buffer }>`select bytes from backup_file where hash = ${hash}`.execute(source);
    const path = join(work, 'picture');
    const handle = await open(path, 'w', 0o600);
    await handle.writeFile(one.rows[0]?.bytes ?? Buffer.alloc(0));
    await handle.close();
    if ((await inspect(path)).hash !== hash) throw new StartError('backup_damaged', { file });
    await keepFile(path, folder, hash);
    done.add(hash);
  }
  return done;
}
