import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Backend, openBackend } from '../../../main/backend/index.ts';
import { type Client, createClient, type PostDetails } from '../../../shared/contract/index.ts';
import { copyAsKilled, putBack } from './folder.ts';
import type { Line } from './line.ts';
import { type Account, PASSWORD } from './unit.ts';

const DATA = join('profiles', 'unit');

/** One person's computer: the whole backend as a function call, over real files, with a clock of its own. */
export interface Computer {
  readonly name: string;
  readonly account: Account;
  readonly home: string;
  readonly line: Line;
  /** How wrong its clock is, in milliseconds; a fuzzer sets it. */
  readonly clock: { wrongBy: number };
  /** What no code foresaw. */
  readonly bugs: readonly string[];
  readonly database: string;
  readonly call: Client['call'];
  /** Posts as its windows show them, by post; what was opened once and not looked at again since. */
  readonly windows: Map<string, PostDetails>;
  signIn(): Promise<void>;
  peek<Result>(read: (db: Database.Database) => Result): Result;
  close(): Promise<void>;
  restart(): Promise<void>;
  /** Keeps what a process killed now would leave; returns what dies and starts again from that. */
  prepareKill(): () => Promise<void>;
  /** Keeps a copy of the data folder, as a person does who backs up files. */
  backUp(): void;
  /** Puts the newest such copy back, with the witness of its lines or without. Returns whether there was one. */
  restore(isWithWitness: boolean): Promise<boolean>;
  /** Another computer that begins as a copy of this one. */
  clone(name: string): Promise<Computer>;
}

export interface ComputerParts {
  readonly name: string;
  readonly account: Account;
  readonly home: string;
  readonly line: Line;
}

export async function openComputer({ name, account, home, line }: ComputerParts): Promise<Computer> {
  const clock = { wrongBy: 0 };
  const bugs: string[] = [];
  const windows = new Map<string, PostDetails>();
  const data = join(home, DATA);
  const database = join(data, 'database.sqlite');
  let backend: Backend | null = null;
  let copies = 0;
  let newest: string | null = null;
  const channel = createClient((message) => {
    void backend?.handle(message).then((reply) => channel.receive(reply));
  });
  const start = async (): Promise<void> => {
    windows.clear();
    backend = await openBackend(
      { home, version: '0.0.0', demoCommand: null, downloads: join(home, 'downloads') },
      {
        now: () => new Date(Date.now() + clock.wrongBy),
        random: () => 0.5,
        onNotice: (message) => channel.receive(message),
        onBug: (error, place) => bugs.push(`${place}: ${error instanceof Error ? error.stack : String(error)}`),
        onDamage: () => bugs.push('the database is damaged'),
        syncsByHand: true,
      },
    );
  };
  const close = async (): Promise<void> => {
    await backend?.close();
    backend = null;
  };
  const around = async (meanwhile: () => void): Promise<void> => {
    await close();
    meanwhile();
    await start();
  };
  await start();
  const { call } = channel.client;
  return {
    ...{ name, account, home, line, clock, bugs, database, call, windows, close },
    signIn: async () => {
      await call('connect.signIn', { address: line.address, account, password: PASSWORD });
    },
    peek: (read) => {
      const db = new Database(database, { readonly: true });
      try {
        return read(db);
      } finally {
        db.close();
      }
    },
    restart: () => around(() => undefined),
    prepareKill: () => {
      const left = `${home}-killed-${++copies}`;
      copyAsKilled(home, left);
      return () => around(() => putBack(left, home));
    },
    backUp: () => {
      newest = `${home}-copy-${++copies}`;
      copyAsKilled(home, newest);
    },
    restore: async (isWithWitness) => {
      const copy = newest;
      if (copy === null) return false;
      await around(() => {
        putBack(join(copy, DATA), data);
        const witness = join(copy, 'lines.json');
        if (isWithWitness && existsSync(witness)) cpSync(witness, join(home, 'lines.json'));
        else if (isWithWitness) rmSync(join(home, 'lines.json'), { force: true });
      });
      return true;
    },
    clone: async (other) => {
      const copy = `${home}-as-${other}`;
      copyAsKilled(home, copy);
      return openComputer({ name: other, account, home: copy, line });
    },
  };
}
