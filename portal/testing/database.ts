import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of its own for one test, or the lack of one: then the portal keeps to its SQLite file. */
export interface TestDatabase {
  /** `postgres://…`, or `null` for SQLite. */
  readonly address: string | null;
  drop(): Promise<void>;
}

/** The lack of a database: a portal on its SQLite file. */
export const NO_DATABASE: TestDatabase = { address: null, drop: async () => undefined };

/** Makes an empty PostgreSQL database if this run of tests is on PostgreSQL. */
export async function newDatabase(): Promise<TestDatabase> {
  const server = process.env.BANTHAO_TEST_POSTGRES;
  if (server === undefined) return NO_DATABASE;
  const name = `test_${randomBytes(8).toString('hex')}`;
  await ask(server, `create database ${name}`);
  const address = new URL(server);
  address.pathname = `/${name}`;
  return { address: address.href, drop: () => ask(server, `drop database ${name} with (force)`) };
}

async function ask(server: string, query: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(query);
  } finally {
    await client.end();
  }
}
