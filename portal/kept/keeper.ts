import { existsSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { hashText, LANGUAGES } from '../../shared/content/index.ts';
import { categoriesOf } from '../../shared/rules/index.ts';
import { lockFeed } from '../feed/index.ts';
import { monthInVietnam, type Page, type Place, pageAt, probePages, type Site } from '../site/index.ts';
import type { Store } from '../store/index.ts';
import { BOOT } from './boot.ts';
import { type ChangedPost, changedSince, pagesSince, siteVersion } from './changes.ts';
import type { Draft, Edition, KeptPages } from './edition.ts';
import {
  ARCHIVE_SHELF,
  categoryShelf,
  ENGLISH_SHELF,
  fileOf,
  HOLDING_SHELVES,
  HOME_SHELF,
  postShelf,
  SINGLE_SHELF,
} from './file.ts';
import { type Forms, formsOf } from './forms.ts';
import { addressOf, firstPlaces, listPlaces, liveAddress, livePosts, monthsWithPosts, POSTS_AT_ONCE } from './live.ts';

/** What keeping pages needs. `site` says what every page shares, as of now; `epoch` tells a restored portal from before. */
export interface KeeperParts {
  readonly store: Store;
  readonly pages: KeptPages;
  readonly site: () => Site;
  /** Brings what `site` says up to date with the store. */
  readonly learn: () => Promise<void>;
  readonly epoch: string;
  readonly report: (error: unknown) => void;
}

/** Pages of a list that are put there under one lock, so that nobody waits long for it. */
const PAGES_AT_ONCE = 4;
/** Milliseconds between two looks for what another process, or a command, changed. */
const LOOK_EVERY = 1_000;

/**
 * Keeps the pages of the site as files, and as they are to be: made whole once, then brought up to date with each change
 * under the feed's lock, so that any number of processes on one folder keep one row of editions. Without an address of
 * its own the site keeps none, for its pages name it.
 */
export class Keeper {
  readonly #parts: KeeperParts;
  #timer: NodeJS.Timeout | undefined;
  #building: Promise<void> | null = null;
  #filling: Promise<void> | null = null;
  #isClosed = false;
  #key: { readonly of: Site; readonly key: string } | null = null;

  constructor(parts: KeeperParts) {
    this.#parts = parts;
  }

  /** Brings the pages up to date, and goes on looking. Resolves when what readers get is right, if not yet from files. */
  async start(): Promise<void> {
    if (this.#parts.site().origin === '') return this.#parts.pages.retire();
    await this.refresh();
    // The process before may have been stopped before all was made.
    const current = this.current();
    if (current !== null) this.#fillFrom(current);
    this.#timer = setInterval(() => void this.refresh().catch(this.#parts.report), LOOK_EVERY);
    this.#timer.unref();
  }

  /** The edition to answer from; `null` while there is none, or none of this program's making. */
  current(): Edition | null {
    const now = this.#parts.site();
    if (now.origin === '') return null;
    const edition = this.#parts.pages.current();
    return edition?.key === this.#keyOf(now) ? edition : null;
  }

  /**
   * Brings the pages up to date with what is stored. Once it resolves, no page from before a change committed earlier is
   * given to anyone.
   */
  async refresh(): Promise<void> {
    const { store, pages, site, learn } = this.#parts;
    await learn();
    const { unit, origin } = site();
    if (origin === '' || this.#isClosed) return;
    const before = this.current();
    if (before === null) {
      // A page of another time must not be served from the disk meanwhile.
      if (pages.current() !== null) pages.retire();
      this.#building ??= this.#build().finally(() => {
        this.#building = null;
      });
      return;
    }
    if ((await siteVersion(store, unit.id)) <= before.version) return;
    const edition = await store.transaction().execute(async (tx) => {
      await lockFeed(tx, unit.id);
      const current = this.current();
      const version = await siteVersion(tx, unit.id);
      if (current === null || current.version >= version) return null;
      const draft = pages.begin(current);
      const noted = await pagesSince(tx, unit.id, current.version);
      await this.#putChanged(tx, draft, await changedSince(tx, unit.id, current.version));
      await this.#putSettings(tx, draft, noted);
      const made = draft.finish(version, current.key);
      pages.switchTo(made);
      // What was erased is on the disk no longer than it is shown.
      if (noted.has('site:erased')) pages.sweep([made]);
      return made;
    });
    if (edition !== null) this.#fillFrom(edition);
  }

  /** Resolves when everything that is made in the background is made: for tests and measures. */
  async settled(): Promise<void> {
    await this.#building;
    await this.#filling;
  }

  /** Ends what is made in the background. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#timer);
    await this.settled();
  }

  /** What the pages follow from besides the posts: the program, the unit and its settings, the categories in force. */
  #keyOf(now: Site): string {
    const { epoch } = this.#parts;
    const { unit, facts, today, origin } = this.#key?.of ?? {};
    const isSame =
      now.unit === unit && now.facts === facts && now.today === today && now.origin === origin && this.#key !== null;
    if (!isSame) this.#key = { of: now, key: hashText(`${epoch}\n${BOOT}\n${probePages(now)}`).slice(0, 16) };
    return this.#key?.key ?? '';
  }

  async #build(): Promise<void> {
    const { store, pages, site, report } = this.#parts;
    try {
      const now = site();
      const key = this.#keyOf(now);
      const { unit } = now;
      const version = await siteVersion(store, unit.id);
      const draft = pages.begin(null);
      let after = '';
      while (!this.#isClosed) {
        const posts = await livePosts(store, unit.id, after);
        for (const { post, title } of posts) {
          await this.#put(store, draft, { kind: 'post', address: addressOf(post, title) });
          await turn();
        }
        after = posts.at(-1)?.mutation ?? '';
        if (posts.length < POSTS_AT_ONCE) break;
      }
      if (this.#isClosed) return;
      const edition = await store.transaction().execute(async (tx) => {
        await lockFeed(tx, unit.id);
        const then = await siteVersion(tx, unit.id);
        // Another process was quicker, or the settings have changed since: then all is made anew, with the next look.
        if (this.current() !== null || key !== this.#keyOf(site())) return null;
        await this.#putAll(tx, draft);
        await this.#putChanged(tx, draft, await changedSince(tx, unit.id, version));
        const made = draft.finish(then, key);
        pages.switchTo(made);
        return made;
      });
      if (edition !== null) this.#fillFrom(edition);
    } catch (error) {
      report(error);
    }
  }

  /** The lists of the whole site, the first page of each. */
  async #putAll(tx: Store, draft: Draft): Promise<void> {
    for (const place of firstPlaces(this.#categories())) await this.#put(tx, draft, place);
    for (const month of await monthsWithPosts(tx, this.#parts.site().unit.id)) {
      for (const language of LANGUAGES) await this.#put(tx, draft, { kind: 'month', language, month });
      await this.#put(tx, draft, { kind: 'sitemap_month', month });
    }
  }

  /** The pages that show any of these posts, as they are now. */
  async #putChanged(tx: Store, draft: Draft, posts: readonly ChangedPost[]): Promise<void> {
    if (posts.length === 0) return;
    const { unit } = this.#parts.site();
    for (const { publicId } of posts) {
      draft.open(postShelf(publicId), (name) => name.endsWith(`${publicId}.html`));
      const live = await liveAddress(tx, unit.id, publicId);
      if (live !== null) await this.#put(tx, draft, { kind: 'post', address: live });
    }
    if (posts.some(({ isNews }) => isNews)) {
      for (const shelf of [HOME_SHELF, ENGLISH_SHELF]) draft.open(shelf, () => true);
      for (const language of LANGUAGES) await this.#put(tx, draft, { kind: 'home', language, page: 1 });
      await this.#put(tx, draft, { kind: 'feed', language: 'en' });
    }
    const ours = this.#categories();
    for (const code of new Set(posts.flatMap(({ categories }) => categories).filter((name) => ours.includes(name)))) {
      for (const language of LANGUAGES) {
        draft.open(categoryShelf(code, language), () => true);
        await this.#put(tx, draft, { kind: 'category', language, code, page: 1 });
        await this.#put(tx, draft, { kind: 'category_feed', language, code });
      }
    }
    for (const kind of ['albums', 'files'] as const) {
      if (!posts.some(({ holds }) => holds.includes(kind))) continue;
      draft.open(HOLDING_SHELVES[kind], () => true);
      await this.#put(tx, draft, { kind, page: 1 });
    }
    const months = new Set(posts.map(({ firstAt }) => monthInVietnam(firstAt)));
    const monthOf = (name: string): string => /\d{4}-\d{2}/.exec(name)?.[0] ?? '';
    draft.open(ARCHIVE_SHELF, (name) => name === 'index.html' || name === 'en.html' || months.has(monthOf(name)));
    for (const language of LANGUAGES) await this.#put(tx, draft, { kind: 'archive', language });
    for (const month of months) {
      for (const language of LANGUAGES) await this.#put(tx, draft, { kind: 'month', language, month });
      await this.#put(tx, draft, { kind: 'sitemap_month', month });
    }
    draft.open(SINGLE_SHELF, (name) => name === 'atom.xml' || name === 'sitemap.xml');
    await this.#put(tx, draft, { kind: 'feed', language: 'vi' });
    await this.#put(tx, draft, { kind: 'sitemap_xml' });
  }

  /** The pages that the settings alone have changed, and those that may have listed what was erased. */
  async #putSettings(tx: Store, draft: Draft, pages: ReadonlySet<string>): Promise<void> {
    if (pages.has('site:erased'))
      for (const kind of ['albums', 'files'] as const) {
        draft.open(HOLDING_SHELVES[kind], () => true);
        await this.#put(tx, draft, { kind, page: 1 });
      }
    if (pages.has('site:home')) await this.#put(tx, draft, { kind: 'home', language: 'vi', page: 1 });
    if (!pages.has('site:people')) return;
    draft.open(SINGLE_SHELF, (name) => name === fileOf({ kind: 'people' }).name);
    await this.#put(tx, draft, { kind: 'people' });
  }

  async #put(tx: Store, draft: Draft, place: Place): Promise<void> {
    const page = await pageAt(tx, this.#parts.site(), place);
    const { shelf, name } = fileOf(place);
    if (page !== null) draft.put(shelf, name, page.text);
  }

  #fillFrom(edition: Edition): void {
    this.#filling = (this.#filling ?? Promise.resolve()).then(() => this.#fill(edition)).catch(this.#parts.report);
  }

  /** The further pages of lists, which shift with every change: made after it, while the site runs. */
  async #fill(edition: Edition): Promise<void> {
    for (const list of listPlaces(this.#categories())) {
      let next: number | null = 2;
      while (next !== null && !this.#isClosed) next = await this.#fillSome(edition, list, next);
    }
  }

  /** @returns the page to go on with; `null` past the last one, or when the edition is not the current one any more. */
  async #fillSome(edition: Edition, list: (page: number) => Place, first: number): Promise<number | null> {
    const { store, pages, site } = this.#parts;
    await turn();
    const isMade = (page: number): boolean => {
      const { shelf, name } = fileOf(list(page));
      return existsSync(pages.path(edition, shelf, name));
    };
    if (isMade(first)) return first + 1;
    const made: { readonly shelf: string; readonly name: string; readonly forms: Forms }[] = [];
    let next: number | null = first;
    while (next !== null && next < first + PAGES_AT_ONCE) {
      const page: Page | 'made' | null = isMade(next) ? 'made' : await pageAt(store, site(), list(next));
      if (page !== null && page !== 'made') made.push({ ...fileOf(list(next)), forms: await formsOf(page.text) });
      next = page === null ? null : next + 1;
    }
    // A shelf may be one of later editions too: what was made of another state is not put there.
    const isCurrent = await store.transaction().execute(async (tx) => {
      await lockFeed(tx, site().unit.id);
      if (this.current()?.name !== edition.name || (await siteVersion(tx, site().unit.id)) !== edition.version)
        return false;
      for (const { shelf, name, forms } of made) pages.add(edition, shelf, name, forms);
      return true;
    });
    return isCurrent ? next : null;
  }

  #categories(): readonly string[] {
    const { unit, today } = this.#parts.site();
    return categoriesOf(unit.level, today).map(({ code }) => code);
  }
}
