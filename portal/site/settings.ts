import { canonicalJson } from '../../shared/content/index.ts';
import {
  firstSettings,
  isReadableColour,
  lookOf,
  type SitePin,
  type SiteSettings,
  siteSettingsSchema,
} from '../../shared/site/index.ts';
import { PAGE_ROWS, type PinsReply, type SetSiteRequest, type SiteSettingsReply } from '../../shared/sync/index.ts';
import { type Acting, appendAudit, siteEntry } from '../audit/index.ts';
import { lockFeed, writeCrestLine, writeSiteLine } from '../feed/index.ts';
import type { Store } from '../store/index.ts';
import { readCrest } from './crest.ts';
import { readRatings } from './rating-counts.ts';
import { listStanding } from './standing.ts';

/** Pages offered for pinning. */
const OFFERED = 100;

/** A unit's settings with the count of their changes; those it was made with, as version 0, while nobody set any. */
export async function readSettings(store: Store, unit: string): Promise<{ version: number; settings: SiteSettings }> {
  const row = await store
    .selectFrom('site_settings')
    .select(['version', 'words'])
    .where('unit', '=', unit)
    .executeTakeFirst();
  if (row !== undefined) return { version: row.version, settings: siteSettingsSchema.parse(JSON.parse(row.words)) };
  const made = await store
    .selectFrom('unit')
    .select(['address', 'phone', 'email', 'responsible'])
    .where('id', '=', unit)
    .executeTakeFirstOrThrow();
  return { version: 0, settings: firstSettings(made) };
}

/** The settings, what may be pinned (the newest live news), and what the menu shows. */
export async function offerSettings(store: Store, unit: string): Promise<SiteSettingsReply> {
  const live = store
    .selectFrom('publication')
    .select(['post', 'title'])
    .where('unit', '=', unit)
    .where('kind', '=', 'news')
    .where('ended_at', 'is', null);
  const known = await readSettings(store, unit);
  const pinned = known.settings.pins.map(({ post }) => post);
  const newest = await live.orderBy('first_at', 'desc').limit(OFFERED).execute();
  const older = pinned.length === 0 ? [] : await live.where('post', 'in', pinned).execute();
  const isNew = ({ post }: { post: string }): boolean => newest.every((page) => page.post !== post);
  const standing = (await listStanding(store, unit, known.settings.menu)).slice(0, PAGE_ROWS);
  const named = standing.map(({ post, title }) => ({ post, title }));
  const { crest } = known.settings;
  const bytes = crest === null ? null : await readCrest(store, unit, crest);
  const { 3: good, 2: fair, 1: poor } = await readRatings(store, unit);
  return {
    ...{ ...known, pages: [...newest, ...older.filter(isNew)], standing: named },
    ...{ crest: bytes === null ? null : bytes.toString('base64'), ratings: { good, fair, poor } },
  };
}

/** How settings are set: by whom and when, and with which new crest. */
interface Setting {
  readonly by: Acting;
  readonly at: Date;
  readonly note: (page: SitePage) => Promise<void>;
  readonly crest?: { readonly hash: string; readonly data: Buffer };
}

/** What is pinned now and live, as readers see it. */
export async function pinsShown(store: Store, unit: string): Promise<PinsReply> {
  const { settings, pages } = await offerSettings(store, unit);
  return {
    pins: settings.pins.flatMap((pin) => {
      const page = pages.find(({ post }) => post === pin.post);
      return page === undefined ? [] : [{ ...pin, title: page.title }];
    }),
  };
}

/**
 * Sets the settings over the version that was seen, notes which pages they change, and writes it down.
 *
 * @param note called for each page of its own that differs (`site:home`, `site:people`), in the same transaction; what
 *   every page shows needs no note, for kept pages are named after it.
 * @returns their new version, or why not.
 */
export async function setSettings(
  tx: Store,
  unit: string,
  { base, settings }: Pick<SetSiteRequest, 'base' | 'settings'>,
  { by, at, note, crest }: Setting,
): Promise<{ version: number } | { problem: 'site_moved' | 'colour_unreadable' | 'crest_unreadable' }> {
  await lockFeed(tx, unit);
  const before = await readSettings(tx, unit);
  if (before.version !== base) return { problem: 'site_moved' };
  if (!isReadableColour(settings.colour)) return { problem: 'colour_unreadable' };
  if (settings.crest !== null && settings.crest !== (crest?.hash ?? before.settings.crest))
    return { problem: 'crest_unreadable' };
  if (crest !== undefined && crest.hash === settings.crest) {
    const { hash } = crest;
    const data = crest.data.toString('base64');
    await tx
      .insertInto('site_crest')
      .values({ unit, hash, data })
      .onConflict((conflict) => conflict.column('unit').doUpdateSet({ hash, data }))
      .execute();
    if (hash !== before.settings.crest) await writeCrestLine(tx, unit, { hash, data });
  }
  const version = base + 1;
  const words = canonicalJson(settings);
  await tx
    .insertInto('site_settings')
    .values({ unit, version, words })
    .onConflict((conflict) => conflict.column('unit').doUpdateSet({ version, words }))
    .execute();
  await appendAudit(tx, siteEntry(unit, version, words, by, at));
  const look = lookOf(settings);
  if (canonicalJson(lookOf(before.settings)) !== canonicalJson(look)) await writeSiteLine(tx, unit, look);
  const isOther = (part: 'people' | 'pins' | 'categories'): boolean =>
    canonicalJson(before.settings[part]) !== canonicalJson(settings[part]);
  if (isOther('people')) await note('site:people');
  if (isOther('pins') || isOther('categories')) await note('site:home');
  return { version };
}

/**
 * Takes off the pins whose last day (in Vietnam) is over, as the portal's own act.
 *
 * @returns whether there was one.
 */
export async function endPins(
  store: Store,
  unit: string,
  today: string,
  { at, note }: { readonly at: Date; readonly note: (tx: Store, page: SitePage) => Promise<void> },
): Promise<boolean> {
  const isOver = ({ until }: SitePin): boolean => until !== null && until < today;
  if (!(await readSettings(store, unit)).settings.pins.some(isOver)) return false;
  return store.transaction().execute(async (tx) => {
    await lockFeed(tx, unit);
    const { version: base, settings } = await readSettings(tx, unit);
    const pins = settings.pins.filter((pin) => !isOver(pin));
    const by = { person: null, device: null };
    const told = (page: SitePage): Promise<void> => note(tx, page);
    const ended = await setSettings(tx, unit, { base, settings: { ...settings, pins } }, { by, at, note: told });
    return 'version' in ended;
  });
}

/** A page that the settings alone change; or, `site:erased`, what was erased with nothing left to tell which pages showed it. */
export type SitePage = 'site:home' | 'site:people' | 'site:erased';
