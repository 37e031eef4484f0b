import { DEFAULT_COLOUR } from '../../shared/site/index.ts';
import type { Store } from '../store/index.ts';
import { hasHoldings } from './holdings.ts';
import type { Facts } from './parts.ts';
import { readSettings } from './settings.ts';
import { listStanding } from './standing.ts';

/** What every page shows of the settings, and of what is published: the menu. */
export async function readFacts(store: Store, unit: string): Promise<Facts> {
  const { settings } = await readSettings(store, unit);
  const { created_at } = await store.selectFrom('portal').select('created_at').executeTakeFirstOrThrow();
  const { about, colour, crest, categories, people, menu } = settings;
  return {
    ...{ about, crest, categories },
    colour: colour === DEFAULT_COLOUR ? null : colour,
    hasPeople: people.length > 0,
    hasAlbums: await hasHoldings(store, unit, 'albums'),
    hasFiles: await hasHoldings(store, unit, 'files'),
    madeOn: created_at.slice(0, 10),
    standing: await listStanding(store, unit, menu),
  };
}

/** The facts as this process knows them. Another process may change them: {@link refresh} before they are relied on. */
export class FactsBook {
  readonly #store: Store;
  readonly #unit: string;
  #facts: Facts;
  #words: string;
  #versions: string;

  private constructor(store: Store, unit: string, facts: Facts, versions: string) {
    this.#store = store;
    this.#unit = unit;
    this.#facts = facts;
    this.#words = JSON.stringify(facts);
    this.#versions = versions;
  }

  static async open(store: Store, unit: string): Promise<FactsBook> {
    const versions = await readVersions(store, unit);
    return new FactsBook(store, unit, await readFacts(store, unit), versions);
  }

  /** The same object for as long as nothing in it changes. */
  facts(): Facts {
    return this.#facts;
  }

  /** One small question of the store where nothing has changed. */
  async refresh(): Promise<void> {
    // Asked first: a change that comes between the two is found with the next look.
    const versions = await readVersions(this.#store, this.#unit);
    if (versions === this.#versions) return;
    const facts = await readFacts(this.#store, this.#unit);
    this.#versions = versions;
    const words = JSON.stringify(facts);
    if (words === this.#words) return;
    this.#facts = facts;
    this.#words = words;
  }
}

/** What changes whenever the settings do, or what is published. */
async function readVersions(store: Store, unit: string): Promise<string> {
  const row = await store
    .selectFrom('unit')
    .leftJoin('site_settings', 'site_settings.unit', 'unit.id')
    .select(['site_version', 'version'])
    .where('unit.id', '=', unit)
    .executeTakeFirstOrThrow();
  return `${row.site_version} ${row.version ?? 0}`;
}
