import { sql } from 'kysely';
import type { Store } from '../store/index.ts';

/** Whether a store is PostgreSQL. */
const isPostgres = (store: Store): boolean => store.getExecutor().adapter.constructor.name.startsWith('Postgres');

/** Makes writes to a table fail from now on, as a bug would; with `id`, those of one row only. */
export async function plantBug(
  store: Store,
  { table, on, id }: { table: 'post' | 'revision'; on: 'insert' | 'update'; id?: string },
): Promise<void> {
  const when = id === undefined ? sql`` : sql`when (new.id = ${sql.lit(id)})`;
  const event = sql.raw(on);
  if (!isPostgres(store)) {
    await sql`create trigger bug before ${event} on ${sql.table(table)} ${when}
      begin select raise(abort, 'a bug'); end`.execute(store);
    return;
  }
  await raise(store, 'a bug', 'XX000');
  await sql`create trigger bug before ${event} on ${sql.table(table)} for each row ${when}
    execute function raise_bug()`.execute(store);
}

/** Makes the next long text fail to be stored, as on a full disk. */
export async function fillDisk(store: Store): Promise<void> {
  if (!isPostgres(store)) {
    await sql`pragma max_page_count = 1`.execute(store);
    return;
  }
  // What PostgreSQL says when it cannot extend a file.
  await raise(store, 'could not extend file: No space left on device', '53100');
  await sql`create trigger bug before insert on revision for each row execute function raise_bug()`.execute(store);
}

async function raise(store: Store, message: string, code: string): Promise<void> {
  await sql`create function raise_bug() returns trigger language plpgsql as $$
    begin raise exception ${sql.lit(message)} using errcode = ${sql.lit(code)}; end $$`.execute(store);
}
