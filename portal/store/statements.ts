import type SqliteDatabase from 'better-sqlite3';

/** Statements kept ready at once. */
const MOST = 400;

/** The part of a database that Kysely uses. */
export interface Prepares {
  prepare(sql: string): SqliteDatabase.Statement<unknown[]>;
  close(): void;
}

/**
 * Keeps the statements that were used last ready for their next use: making one costs as much as running a small one,
 * and Kysely makes each anew. One that is still being read from is not lent twice.
 */
export function keepStatements(database: SqliteDatabase.Database): Prepares {
  const ready = new Map<string, SqliteDatabase.Statement<unknown[]>>();
  return {
    prepare(sql) {
      const known = ready.get(sql);
      if (known?.busy === true) return database.prepare(sql);
      const statement = known ?? database.prepare<unknown[]>(sql);
      ready.delete(sql);
      ready.set(sql, statement);
      const oldest = ready.keys().next();
      if (ready.size > MOST && oldest.done !== true) ready.delete(oldest.value);
      return statement;
    },
    close() {
      ready.clear();
      database.close();
    },
  };
}
