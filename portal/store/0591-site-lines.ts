import type { Kysely } from 'kysely';

/** The look of each site that was set before, as lines of its unit's feed: its computers draw it with no network. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const store = db.withTables<Tables>();
  for (const { unit, words } of await store.selectFrom('site_settings').select(['unit', 'words']).execute()) {
    const { about, colour, crest = null, categories = [] } = JSON.parse(words) as Settings;
    const named = categories.map(({ code, name, nameEn }) => ({ code, name, nameEn }));
    const look = { nameEn: about.nameEn, slogan: about.slogan, colour, crest, categories: named };
    await write(store, unit, 'site', look);
    if (crest === null) continue;
    const held = store.selectFrom('site_crest').select('data').where('unit', '=', unit).where('hash', '=', crest);
    const found = await held.executeTakeFirst();
    if (found !== undefined) await write(store, unit, 'crest', { hash: crest, data: found.data });
  }
}

async function write(store: Kysely<Tables>, unit: string, kind: string, value: unknown): Promise<void> {
  const { last_number: number } = await store
    .updateTable('unit')
    .set((eb) => ({ last_number: eb('last_number', '+', 1) }))
    .where('id', '=', unit)
    .returning('last_number')
    .executeTakeFirstOrThrow();
  const payload = JSON.stringify(value);
  await store.insertInto('change').values({ unit, number, kind, object: unit, payload }).execute();
}

interface Settings {
  readonly about: { readonly nameEn: string; readonly slogan: string };
  readonly colour: string;
  readonly crest?: string | null;
  readonly categories?: readonly { readonly code: string; readonly name: string; readonly nameEn: string }[];
}

type Tables = {
  site_settings: { unit: string; words: string };
  site_crest: { unit: string; hash: string; data: string };
  unit: { id: string; last_number: number };
  change: { unit: string; number: number; kind: string; object: string; payload: string };
};
