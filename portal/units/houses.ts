import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Unit } from '../../shared/sync/index.ts';
import { Keeper, KeptAnswers, KeptPages } from '../kept/index.ts';
import { remembering } from '../remembering.ts';
import { FactsBook, type Site, siteOf } from '../site/index.ts';
import type { Store } from '../store/index.ts';
import { hostOf } from './host.ts';
import { readUnits, type ServedUnit, siteFolder } from './read.ts';

/** One unit's site under the portal's roof: what it shows, its kept pages, and who may ask for them. */
export interface House extends ServedUnit {
  readonly host: string;
  readonly site: () => Site;
  /** Brings what `site` says up to date with the store. */
  readonly learn: () => Promise<void>;
  readonly keeper: Keeper;
  readonly kept: KeptAnswers;
}

/** What houses are built with. */
export interface HousesParts {
  readonly store: Store;
  readonly folder: string;
  readonly now: () => Date;
  readonly epoch: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly report: (error: unknown) => void;
}

/** Every unit that the portal serves, each behind its own name. Read once: a new unit is served from the next start on. */
export class Houses {
  readonly all: readonly House[];
  readonly #byHost: ReadonlyMap<string, House>;
  readonly #byFormerHost: ReadonlyMap<string, House>;
  readonly #nameIn = remembering(hostOf);

  private constructor(all: readonly House[]) {
    this.all = all;
    this.#byHost = new Map(all.filter(({ host }) => host !== '').map((house) => [house.host, house]));
    this.#byFormerHost = new Map(all.flatMap((house) => house.formerHosts.map((host) => [host, house] as const)));
  }

  static async open(parts: HousesParts): Promise<Houses> {
    const houses: House[] = [];
    for (const served of await readUnits(parts.store)) houses.push(await build(parts, served));
    return new Houses(houses);
  }

  /** The unit the portal was made with. It answers under a name that is nobody's, as a portal of one unit does. */
  get first(): House {
    const [first] = this.all;
    if (first === undefined) throw new Error('a portal without a unit');
    return first;
  }

  /** Whose site is asked for. */
  at(host: string | undefined): House {
    const name = this.#nameIn(host);
    return this.#byHost.get(name) ?? this.#byFormerHost.get(name) ?? this.first;
  }

  /** The unit whose own name was asked for; `null` for a name that is nobody's. */
  named(host: string | undefined): Unit | null {
    const name = this.#nameIn(host);
    return (this.#byHost.get(name) ?? this.#byFormerHost.get(name))?.unit ?? null;
  }

  /** Where a reader who comes under an earlier name is led: the site's address now; `null` under any other name. */
  movedFrom(host: string | undefined): string | null {
    const name = this.#nameIn(host);
    if (this.#byHost.has(name)) return null;
    const { origin } = this.#byFormerHost.get(name) ?? { origin: '' };
    return origin === '' ? null : origin;
  }

  /** The house of a unit that a caller is of. */
  of(unit: string): House {
    const house = this.all.find((one) => one.unit.id === unit);
    if (house === undefined) throw new Error('a unit that is not served');
    return house;
  }

  async refresh(): Promise<void> {
    for (const { keeper } of this.all) await keeper.refresh();
  }
}

async function build({ store, folder, now, epoch, headers, report }: HousesParts, served: ServedUnit): Promise<House> {
  const { unit, origin } = served;
  const own = siteFolder(folder, served);
  // nginx reads the pages in it, and nothing else is there.
  if (own !== folder)
    for (const path of [dirname(own), own]) {
      mkdirSync(path, { recursive: true });
      chmodSync(path, 0o755);
    }
  const book = await FactsBook.open(store, unit.id);
  const learn = (): Promise<void> => book.refresh();
  const site = (): Site => siteOf(unit, book.facts(), origin, now());
  const pages = new KeptPages(own);
  const keeper = new Keeper({ store, pages, site, learn, epoch, report });
  const kept = new KeptAnswers(pages, () => keeper.current(), headers);
  return { ...served, host: hostOf(origin), site, learn, keeper, kept };
}
