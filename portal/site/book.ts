import { DEFAULT_COLOUR, type SiteSettings } from '../../shared/site/index.ts';
import type { Store } from '../store/index.ts';
import type { Facts } from './frame.ts';
import { readSettings } from './settings.ts';

/** What every page shows of the settings. */
export function factsOf({ about, colour, people }: SiteSettings): Facts {
  return {
    about,
    colour: colour === DEFAULT_COLOUR ? null : colour,
    hasPeople: people.length > 0,
  };
}

/** The facts as this process knows them. Another process may set them: {@link refresh} before they are relied on. */
export class FactsBook {
  readonly #store: Store;
  readonly #unit: string;
  #facts: Facts;
  #words: string;

  private constructor(store: Store, unit: string, facts: Facts) {
    this.#store = store;
    this.#unit = unit;
    this.#facts = facts;
    this.#words = JSON.stringify(facts);
  }

  static async open(store: Store, unit: string): Promise<FactsBook> {
    return new FactsBook(store, unit, factsOf((await readSettings(store, unit)).settings));
  }

  /** The same object for as long as nothing in it changes. */
  facts(): Facts {
    return this.#facts;
  }

  async refresh(): Promise<void> {
    const facts = factsOf((await readSettings(this.#store, this.#unit)).settings);
    const words = JSON.stringify(facts);
    if (words === this.#words) return;
    this.#facts = facts;
    this.#words = words;
  }
}
