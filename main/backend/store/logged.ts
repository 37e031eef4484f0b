import type { Database, Statement } from 'better-sqlite3';
import type { LogStep } from './log-file.ts';

/**
 * Makes a connection tell each committed transaction, statement by statement, so that a log beside the database can
 * repeat it. Every statement that writes is caught here, so no room can forget to log; statements must not depend on
 * the clock or on chance (ours take those as values). Also keeps each compiled statement for the life of the
 * connection.
 *
 * @param onCommit called after the commit and before the caller goes on, with the transaction's number.
 */
export function logChanges(db: Database, onCommit: (lsn: number, steps: readonly LogStep[]) => void): void {
  const compile = db.prepare.bind(db);
  const begin = db.transaction.bind(db);
  const statements = new Map<string, Statement>();
  const nextPlace = compile<[], { lsn: number }>('UPDATE log_place SET lsn = lsn + 1 RETURNING lsn');
  let depth = 0;
  let steps: LogStep[] = [];

  const inTransaction = <Result>(work: () => Result): Result => {
    const mark = steps.length;
    let lsn = 0;
    depth += 1;
    try {
      const result = begin(() => {
        const value = work();
        if (depth === 1 && steps.length > 0) lsn = nextPlace.get()?.lsn ?? 0;
        return value;
      })();
      if (depth > 1 || lsn === 0) return result;
      const committed = steps;
      steps = [];
      onCommit(lsn, committed);
      return result;
    } catch (error) {
      steps.length = Math.min(mark, steps.length);
      throw error;
    } finally {
      depth -= 1;
    }
  };

  db.transaction = ((work: (...values: unknown[]) => unknown) =>
    (...values: unknown[]) =>
      inTransaction(() => work(...values))) as Database['transaction'];

  db.prepare = ((sql: string) => {
    const kept = statements.get(sql);
    if (kept !== undefined) return kept;
    const statement = compile(sql);
    statements.set(sql, statement);
    if (statement.readonly) return statement;
    for (const method of ['run', ...(statement.reader ? (['get', 'all'] as const) : [])] as const) {
      const call = statement[method].bind(statement) as (...values: unknown[]) => unknown;
      const logged = (...values: unknown[]): unknown => {
        if (depth === 0) return inTransaction(() => logged(...values));
        const result = call(...values);
        steps.push([sql, values]);
        return result;
      };
      statement[method] = logged as never;
    }
    return statement;
  }) as Database['prepare'];
}

/** Repeats one logged transaction on a connection that does not log. */
export function repeatChanges(db: Database, lsn: number, steps: readonly LogStep[]): void {
  db.transaction(() => {
    for (const [sql, values] of steps) {
      const statement = db.prepare(sql);
      if (statement.reader) statement.all(...values);
      else statement.run(...values);
    }
    db.prepare('UPDATE log_place SET lsn = ?').run(lsn);
  })();
}
