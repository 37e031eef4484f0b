import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import Database from 'better-sqlite3';

/** Disks that can be without room: for one database, and for what this process writes beside it. */
export interface Disks {
  /**
   * No room while the work runs. What is written over in place still succeeds, as on a real disk.
   * @param isBeside whether what this process writes beside databases finds no room either.
   */
  without<Result>(database: string, isBeside: boolean, work: () => Promise<Result>): Promise<Result>;
  /** Stops watching connections. */
  stop(): void;
}

/** Watches connections as they are made ready: a limit on a database's pages is its connection's own. */
export function watchDisks(): Disks {
  const newest = new Map<string, Database.Database>();
  const { pragma } = Database.prototype;
  Database.prototype.pragma = function noted(
    this: Database.Database,
    source: string,
    options?: Database.PragmaOptions,
  ) {
    if (source.startsWith('synchronous')) newest.set(this.name, this);
    return pragma.call(this, source, options);
  };
  return {
    without: async (database, isBeside, work) => {
      const db = newest.get(database);
      const limit = (pages: number): void => {
        if (db?.open) pragma.call(db, `max_page_count = ${pages}`);
      };
      if (db?.open) limit(pragma.call(db, 'page_count', { simple: true }) as number);
      const mend = isBeside ? refuseWrites() : () => undefined;
      try {
        return await work();
      } finally {
        mend();
        limit(1_073_741_823);
      }
    },
    stop: () => {
      Database.prototype.pragma = pragma;
    },
  };
}

/** Lets each write to a file fail as on a full disk, in the middle of it. */
function refuseWrites(): () => void {
  const { writeSync, writeFileSync } = fs;
  const full = (): Error => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  fs.writeSync = ((file: number, bytes: Buffer | string, offset?: number) => {
    if (typeof bytes !== 'string' && bytes.length > 2) writeSync(file, bytes, offset ?? 0, 2);
    throw full();
  }) as unknown as typeof fs.writeSync;
  fs.writeFileSync = () => {
    throw full();
  };
  syncBuiltinESMExports();
  return () => {
    Object.assign(fs, { writeSync, writeFileSync });
    syncBuiltinESMExports();
  };
}
