import { promisify } from 'node:util';
import { constants, deflateRaw, type ZstdOptions, zstdCompress } from 'node:zlib';
import { baseDictionary, type EncodedRevision } from '../../shared/sync/index.ts';
import type { Caller } from '../accounts/index.ts';
import { ERASED_TEXT, type Store } from '../store/index.ts';
import { isForReader } from './sight.ts';

/** How texts are sent to whoever asks. */
export interface Reader {
  /** Takes texts against a base, in messages that are compressed as a whole. */
  readonly isPacked: boolean;
  /** How it can unpack texts. */
  readonly codec: 'zstd' | 'deflate';
  /** Revisions that are in its hands for sure: it sent them in this very request. */
  readonly holds: ReadonlySet<string>;
  /** Its mutations that were answered by a verdict just now: their lines would say the same again. */
  readonly told: ReadonlySet<string>;
  /** Takes a line in place of each text that is old: one that was received before this moment. `null`: takes them all. */
  readonly linesBefore: string | null;
}

export const PLAIN_READER: Reader = {
  ...{ isPacked: false, codec: 'zstd', holds: new Set(), told: new Set(), linesBefore: null },
};

/** Texts are packed beside the main thread: one of 2 MB takes long, and others wait meanwhile. */
const zstd: (text: string, options?: ZstdOptions) => Promise<Buffer> = promisify(zstdCompress);
const deflate = promisify(deflateRaw);

/** Texts that the reader may hold, by id, and whether it was there before this page or comes in it. */
export type Held = ReadonlyMap<string, { readonly canonical: string; readonly isBefore: boolean }>;

/**
 * A revision for the wire, as its difference from a base or whole. The base is a parent that the reader holds, and may
 * see: it was sent with the request, is in this page, or came before.
 *
 * @param now what the reader holds by what was sent so far.
 */
export async function encodeFor(
  { isPacked, codec }: Reader,
  { id, canonical }: { readonly id: string; readonly canonical: string },
  parents: readonly string[],
  held: Held,
  now: ReadonlySet<string>,
): Promise<EncodedRevision> {
  if (!isPacked) return { id, codec: 'zstd', data: (await zstd(canonical)).toString('base64') };
  const [base] = parents.flatMap((parent) => {
    const text = held.get(parent);
    return text !== undefined && (text.isBefore || now.has(parent)) ? { id: parent, canonical: text.canonical } : [];
  });
  if (base === undefined) return { id, codec: 'json', data: canonical };
  const dictionary = Buffer.from(baseDictionary(base), 'utf8');
  const params = { [constants.ZSTD_c_compressionLevel]: 15, [constants.ZSTD_c_contentSizeFlag]: 0 };
  const packed = await (codec === 'zstd'
    ? zstd(canonical, { dictionary, params })
    : deflate(canonical, { dictionary, level: 9 }));
  return { id, codec, base: base.id, data: packed.toString('base64') };
}

/** Revisions asked for by name, whole, as far as a line of the feed has shown them to this person. */
export async function wholeRevisions(store: Store, caller: Caller, ids: readonly string[]): Promise<EncodedRevision[]> {
  if (ids.length === 0) return [];
  const rows = await shownRevisions(store, caller)
    .where('revision.id', 'in', [...ids])
    .execute();
  return rows.map(({ id, canonical }) => ({ id, codec: 'json', data: canonical }));
}

/** Whether a line of the feed has shown this text to this person, and it is still in their sight. */
export async function maySee(
  store: Store,
  reader: Pick<Caller, 'unit' | 'person'>,
  revision: string,
): Promise<boolean> {
  const row = await shownRevisions(store, reader).where('revision.id', '=', revision).executeTakeFirst();
  return row !== undefined;
}

/**
 * Those of these texts that are not erased and that the reader holds, or may hold at the end of this page.
 *
 * @param upTo lines up to this number were sent before. `now`: what is in the sender's hands, or in this page.
 */
export async function heldTexts(
  tx: Store,
  caller: Caller,
  ids: readonly string[],
  { upTo, now }: { readonly upTo: number; readonly now: ReadonlySet<string> },
): Promise<Held> {
  if (ids.length === 0) return new Map();
  const before = await shownRevisions(tx, caller, upTo).where('revision.id', 'in', ids).execute();
  const held = new Map(before.map(({ id, canonical }) => [id, { canonical, isBefore: true }]));
  const beside = ids.filter((id) => now.has(id) && !held.has(id));
  if (beside.length === 0) return held;
  const rows = await tx
    .selectFrom('revision')
    .select(['id', 'canonical'])
    .where('id', 'in', beside)
    .where('canonical', '<>', ERASED_TEXT)
    .execute();
  for (const { id, canonical } of rows) held.set(id, { canonical, isBefore: false });
  return held;
}

/** Texts that a line of the feed, up to that number, has shown to this person. */
function shownRevisions(store: Store, caller: Pick<Caller, 'unit' | 'person'>, upTo?: number) {
  return store
    .selectFrom('revision')
    .innerJoin('change', (join) => join.onRef('change.object', '=', 'revision.id').on('change.kind', '=', 'revision'))
    .select(['revision.id', 'revision.canonical'])
    .distinct()
    .where('change.unit', '=', caller.unit)
    .where('revision.canonical', '<>', ERASED_TEXT)
    .$if(upTo !== undefined, (query) => query.where('change.number', '<=', upTo ?? 0))
    .where((eb) => isForReader(caller)(eb));
}
