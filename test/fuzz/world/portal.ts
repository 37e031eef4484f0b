import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { backUp, restore } from '../../../portal/backup/index.ts';
import { createPortal, type Portal } from '../../../portal/index.ts';
import { openStore, type Store } from '../../../portal/store/index.ts';
import { copyAsKilled, putBack } from './folder.ts';
import { layTemplate } from './unit.ts';

/** The real portal on loopback, which can die, be started again, and be made anew from a backup. */
export interface FuzzPortal {
  url(): string;
  readonly folder: string;
  /** Lines of its log about what it did not foresee. */
  readonly bugs: readonly string[];
  /** Which life of it this is: another one after each restore. */
  epoch(): string;
  /** Reads its database as it is now. */
  peek<Result>(read: (db: Database.Database) => Result): Result;
  /** Does what the operator of its machine does, while it runs. */
  operate<Result>(work: (store: Store) => Promise<Result>): Promise<Result>;
  /** Keeps what a process killed now would leave; returns what dies and starts again from that. */
  prepareKill(): () => Promise<void>;
  restart(): Promise<void>;
  backUp(): Promise<void>;
  /** Makes the portal anew from the newest backup. Returns whether there was one. */
  restore(): Promise<boolean>;
  /** Its database. */
  readonly database: string;
  stop(): Promise<void>;
}

export async function startPortal(world: string, template: string, now: () => Date): Promise<FuzzPortal> {
  const folder = join(world, 'portal');
  layTemplate(template, folder);
  const bugs: string[] = [];
  const logger = { level: 'error', stream: { write: (line: string) => void bugs.push(line) } };
  let portal: Portal | null = null;
  let port = 0;
  let copies = 0;
  let newest: string | null = null;
  const start = async (): Promise<void> => {
    portal = await createPortal({ folder, now, logger });
    port = Number(new URL((await portal.listen({ host: '127.0.0.1', port })).url).port);
  };
  const stop = async (): Promise<void> => {
    await portal?.close();
    portal = null;
  };
  const database = join(folder, 'portal.sqlite3');
  await start();
  const peek: FuzzPortal['peek'] = (read) => {
    const db = new Database(database, { readonly: true });
    try {
      return read(db);
    } finally {
      db.close();
    }
  };
  return {
    ...{ folder, bugs, database, stop, peek },
    url: () => `http://127.0.0.1:${port}`,
    epoch: () => peek((db) => db.prepare<[], { epoch: string }>('SELECT epoch FROM portal').get()?.epoch ?? ''),
    operate: async (work) => {
      const store = await openStore(folder);
      try {
        return await work(store);
      } finally {
        await store.destroy();
      }
    },
    prepareKill: () => {
      const left = join(world, `portal-killed-${++copies}`);
      copyAsKilled(folder, left);
      return async () => {
        await stop();
        putBack(left, folder);
        await start();
      };
    },
    restart: async () => {
      await stop();
      await start();
    },
    backUp: async () => {
      const file = join(world, `portal-${++copies}.backup`);
      await backUp({ folder, database: null }, file, now());
      newest = file;
    },
    restore: async () => {
      if (newest === null) return false;
      await stop();
      rmSync(folder, { recursive: true });
      mkdirSync(folder);
      await restore(newest, { folder, database: null });
      await start();
      return true;
    },
  };
}
