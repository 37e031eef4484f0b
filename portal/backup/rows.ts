import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { canonicalJson } from '../../shared/content/index.ts';
import type { Store } from '../store/index.ts';

/** A table with its key, as it is copied: after all tables that its rows point to. */
export interface TablePlan {
  readonly name: string;
  readonly key: readonly string[];
}

/** What a table held: rows, and a hash that is the same whatever order they are read in. */
export interface Digest {
  readonly rows: number;
  readonly hash: string;
}
export type Digests = Readonly<Record<string, Digest>>;

type Row = Record<string, unknown>;

/** Rows read at a time; written in fewer at once, for a statement carries 65,535 values at most on PostgreSQL. */
const ROWS = 500;
const VALUES = 10_000;

/** Every table of the store in an order that its references allow, read off a SQLite store of this version. */
export async function planOf(sqlite: Store): Promise<readonly TablePlan[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'kysely_%'
    and name not like 'backup%' order by name`.execute(sqlite);
  const left = new Map<string, { key: string[]; needs: Set<string> }>();
  for (const { name } of tables) {
    const columns = await sql<{ name: string; pk: number }>`select name, pk from pragma_table_info(${name})`.execute(
      sqlite,
    );
    const references = await sql<{ table: string }>`select "table" from pragma_foreign_key_list(${name})`.execute(
      sqlite,
    );
    const key = columns.rows.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
    if (key.length === 0) throw new Error(`${name} has no primary key`);
    const needs = new Set(references.rows.map(({ table }) => table).filter((table) => table !== name));
    left.set(name, { key: key.map((column) => column.name), needs });
  }
  const plan: TablePlan[] = [];
  while (left.size > 0) {
    const next = [...left].find(([, { needs }]) => [...needs].every((table) => !left.has(table)));
    if (next === undefined) throw new Error('tables point to each other in a ring');
    plan.push({ name: next[0], key: next[1].key });
    left.delete(next[0]);
  }
  return plan;
}

/** Copies every row of every table. Both sides are transactions: the one read is one moment, the one written is whole. */
export async function copyRows(from: Store, to: Store, plan: readonly TablePlan[]): Promise<Digests> {
  const target = to as unknown as Kysely<Record<string, Row>>;
  const digests: Record<string, Digest> = {};
  for (const table of plan) {
    const digest = new Digester();
    for await (const rows of batches(from, table)) {
      const most = Math.max(1, Math.floor(VALUES / Object.keys(rows[0] ?? {}).length));
      for (let index = 0; index < rows.length; index += most)
        await target
          .insertInto(table.name)
          .values(rows.slice(index, index + most))
          .execute();
      for (const row of rows) digest.add(row);
    }
    digests[table.name] = digest.result();
  }
  return digests;
}

/** What every table holds now. */
export async function digestsOf(store: Store, plan: readonly TablePlan[]): Promise<Digests> {
  const digests: Record<string, Digest> = {};
  for (const table of plan) {
    const digest = new Digester();
    for await (const rows of batches(store, table)) for (const row of rows) digest.add(row);
    digests[table.name] = digest.result();
  }
  return digests;
}

/** The tables whose digests differ. */
export function differing(a: Digests, b: Digests): string[] {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  return names.filter((name) => a[name]?.rows !== b[name]?.rows || a[name]?.hash !== b[name]?.hash);
}

/** Rows of all tables together. */
export function totalOf(digests: Digests): number {
  return Object.values(digests).reduce((sum, { rows }) => sum + rows, 0);
}

/** All rows by their key, some at a time. Reading on after a key, not after a count, keeps a long table quick. */
async function* batches(store: Store, { name, key }: TablePlan): AsyncGenerator<Row[]> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  let last: Row | undefined;
  for (;;) {
    const after =
      last === undefined ? sql`` : sql`where (${columns}) > (${sql.join(key.map((column) => last?.[column]))})`;
    const { rows } = await sql<Row>`
      select * from ${sql.table(name)} ${after} order by ${columns} limit ${sql.lit(ROWS)}`.execute(store);
    if (rows.length > 0) yield rows;
    if (rows.length < ROWS) return;
    last = rows.at(-1);
  }
}

/** Adds up the hashes of rows, so that two databases that sort letters differently come to the same sum. */
class Digester {
  private rows = 0;
  private sum = 0n;

  add(row: Row): void {
    this.rows += 1;
    const hash = createHash('sha256').update(canonicalJson(row)).digest('hex');
    this.sum = (this.sum + BigInt(`0x${hash}`)) % (1n << 256n);
  }

  result(): Digest {
    return { rows: this.rows, hash: this.sum.toString(16).padStart(64, '0') };
  }
}
