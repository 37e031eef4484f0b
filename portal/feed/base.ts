import { constants, deflateRawSync, zstdCompressSync } from 'node:zlib';
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

/** A revision for the wire, as its difference from a base or whole. */
export async function encodeFor(
  tx: Store,
  caller: Caller,
  { isPacked, codec }: Reader,
  revision: { id: string; canonical: string },
  holds: { readonly upTo: number; readonly now: ReadonlySet<string> },
): Promise<EncodedRevision> {
  const { id, canonical } = revision;
  if (!isPacked) return { id, codec: 'zstd', data: zstdCompressSync(canonical).toString('base64') };
  const base = await baseFor(tx, caller, id, holds);
  if (base === null) return { id, codec: 'json', data: canonical };
  const dictionary = Buffer.from(baseDictionary(base), 'utf8');
  const params = { [constants.ZSTD_c_compressionLevel]: 15, [constants.ZSTD_c_contentSizeFlag]: 0 };
  const packed =
    codec === 'zstd'
      ? zstdCompressSync(canonical, { dictionary, params })
      : deflateRawSync(canonical, { dictionary, level: 9 });
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

/** A parent that the reader holds, and may see: it was sent with the request, is in this page, or came before. */
async function baseFor(
  tx: Store,
  caller: Caller,
  id: string,
  { upTo, now }: { readonly upTo: number; readonly now: ReadonlySet<string> },
): Promise<{ id: string; canonical: string } | null> {
  const parents = await tx.selectFrom('revision_parent').select('parent').where('revision', '=', id).execute();
  for (const { parent } of parents) {
    const row = now.has(parent)
      ? await tx.selectFrom('revision').select(['id', 'canonical']).where('id', '=', parent).executeTakeFirst()
      : await shownRevisions(tx, caller, upTo).where('revision.id', '=', parent).executeTakeFirst();
    if (row !== undefined && row.canonical !== ERASED_TEXT) return row;
  }
  return null;
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
