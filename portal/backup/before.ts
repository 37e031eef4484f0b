import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { type Erasure, erasureSchema } from '../../shared/sync/index.ts';
import { deputySchema, type RegulationVersion, ROLES, regulationVersionSchema } from '../../shared/workflow/index.ts';
import { openStore, STORE_FILE, type Store } from '../store/index.ts';
import type { Place } from './place.ts';

/** What is read of the portal there was, each part by itself: `null` for one that could not be read. */
export interface Before {
  /** Its id. */
  readonly portal: string;
  readonly devices: readonly z.infer<typeof deviceSchema>[] | null;
  /** Ids of approval keys that have ended. */
  readonly endedKeys: readonly string[] | null;
  readonly units: readonly z.infer<typeof unitSchema>[] | null;
  readonly people: readonly z.infer<typeof personSchema>[] | null;
  readonly accounts: readonly z.infer<typeof accountSchema>[] | null;
  readonly members: readonly z.infer<typeof memberSchema>[] | null;
  readonly rules: readonly { readonly unit: string; readonly rules: RegulationVersion }[] | null;
  readonly erasures: readonly { readonly unit: string; readonly erasure: Erasure }[] | null;
}

const deviceSchema = z.object({
  ...{ id: z.string(), unit: z.string(), person: z.string(), public_key: z.string(), name: z.string() },
  ...{ registered_at: z.string(), started_from: z.string().nullable(), revoked_at: z.string().nullable() },
});
const unitSchema = z.object({ id: z.string(), name: z.string(), successor: z.string().nullable() });
const personSchema = z.object({ id: z.string(), name: z.string() });
const accountSchema = z.object({
  ...{ name: z.string(), unit: z.string(), person: z.string(), password: z.string() },
  one_time_until: z.string().nullable(),
});
/** Text that holds JSON of that shape. */
const json = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema);
const memberSchema = z.object({
  ...{ unit: z.string(), person: z.string(), title: z.string() },
  roles: json(z.array(z.enum(ROLES))),
  deputies: json(z.array(deputySchema)),
});
const keySchema = z.object({ id: z.string() });
const rulesSchema = z.object({ unit: z.string(), words: json(regulationVersionSchema) });
const erasedSchema = z.object({ unit: z.string(), words: json(erasureSchema) });

/**
 * Reads from the portal there was, as far as it can still be read, what a backup of an earlier time does not know: who and
 * what was shut out since. Nothing of it is changed: a SQLite file is read from a copy.
 *
 * @returns `null` where no portal can be read at all.
 */
export async function readBefore(place: Place): Promise<Before | null> {
  const work = await mkdtemp(join(tmpdir(), 'banthao-before-'));
  try {
    const store = await openBefore(place, work);
    if (store === null) return null;
    try {
      const portal = await store.selectFrom('portal').select('id').executeTakeFirst();
      return portal === undefined ? null : await readAll(store, portal.id);
    } finally {
      await store.destroy();
    }
  } catch {
    return null;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function openBefore({ folder, database }: Place, work: string): Promise<Store | null> {
  if (database !== null) return openStore(work, database);
  if (!existsSync(join(folder, STORE_FILE))) return null;
  for (const ending of ['', '-wal', '-shm'])
    if (existsSync(join(folder, `${STORE_FILE}${ending}`)))
      await copyFile(join(folder, `${STORE_FILE}${ending}`), join(work, `${STORE_FILE}${ending}`));
  return openStore(work, null, { migrate: false });
}

async function readAll(store: Store, portal: string): Promise<Before> {
  const devices = await rowsOf(
    deviceSchema,
    store.selectFrom('device').selectAll().orderBy('registered_at').orderBy('id'),
  );
  const units = await rowsOf(unitSchema, store.selectFrom('unit').selectAll().orderBy('place').orderBy('id'));
  const people = await rowsOf(personSchema, store.selectFrom('person').selectAll().orderBy('name').orderBy('id'));
  const keys = await rowsOf(keySchema, store.selectFrom('approval_key').select('id').where('ended_at', 'is not', null));
  const accounts = await rowsOf(accountSchema, store.selectFrom('account').selectAll().orderBy('name'));
  const members = await rowsOf(memberSchema, store.selectFrom('membership').selectAll().orderBy('person'));
  const rules = await rowsOf(rulesSchema, store.selectFrom('regulation').select(['unit', 'words']).orderBy('number'));
  const erased = await rowsOf(erasedSchema, store.selectFrom('erased').select(['unit', 'words']).orderBy('hash'));
  return {
    ...{ portal, devices, units, people, accounts, members },
    endedKeys: keys?.map(({ id }) => id) ?? null,
    rules: rules?.map(({ unit, words }) => ({ unit, rules: words })) ?? null,
    erasures: erased?.map(({ unit, words }) => ({ unit, erasure: words })) ?? null,
  };
}

/** All rows in that shape; `null` when the table is damaged, is not there, or holds anything else. */
async function rowsOf<Schema extends z.ZodType>(
  schema: Schema,
  query: { execute(): Promise<unknown[]> },
): Promise<z.infer<Schema>[] | null> {
  try {
    return z.array(schema).parse(await query.execute());
  } catch {
    return null;
  }
}
