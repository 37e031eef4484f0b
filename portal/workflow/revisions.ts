import { inflateRawSync, zstdDecompressSync } from 'node:zlib';
import { hashText, LIMITS, parseRevision, type Revision } from '../../shared/content/index.ts';
import { baseDictionary, type EncodedRevision, type VerdictCode } from '../../shared/sync/index.ts';
import type { Caller } from '../accounts/index.ts';
import { lockFeed, maySee } from '../feed/index.ts';
import { spend } from '../quota/index.ts';
import { ERASED_TEXT, isErased, type Store } from '../store/index.ts';
import { knownPost } from './status.ts';

/**
 * Why a revision that was sent is not stored; a mutation that names it is refused with the same code. One of a newer
 * version (`newer_version`) is no reason to refuse: what names it waits until this portal can read it.
 */
export type RevisionRefusal = Extract<VerdictCode, 'bad_revision' | 'wrong_unit' | 'erased' | 'newer_version'>;

/**
 * Stores a revision that was sent, if it is well-formed, in normal form, within every limit, of this unit, and hashes
 * to the id it was sent under.
 *
 * @returns why it was not stored, or `null`. One whose base is not here is not stored and not refused: what names it
 * waits, and its sender sends it whole. So is one past what its sender may send on a day (`over_quota`).
 */
export async function takeInRevision(
  store: Store,
  reader: Pick<Caller, 'unit' | 'person'>,
  sent: EncodedRevision,
  now: Date,
): Promise<RevisionRefusal | 'over_quota' | null> {
  const { unit } = reader;
  if (await isErased(store, unit, sent.id)) return 'erased';
  if (await isKnown(store, sent.id)) return null;
  const base = sent.base === undefined ? undefined : await baseOf(store, reader, sent.base);
  if (base === null) return null;
  const parsed = decode(sent, base);
  if (parsed === null || parsed === 'newer_version') return parsed ?? 'bad_revision';
  if (parsed.revision.unit !== unit) return 'wrong_unit';
  return keep(store, reader, sent.id, parsed, now);
}

/** A stored revision, or `null` when it is not here or was erased. It was checked when it came in. */
export async function storedRevision(store: Store, id: string): Promise<Revision | null> {
  const row = await store.selectFrom('revision').select('canonical').where('id', '=', id).executeTakeFirst();
  return row === undefined || row.canonical === ERASED_TEXT ? null : (JSON.parse(row.canonical) as Revision);
}

async function isKnown(store: Store, id: string): Promise<boolean> {
  return (await store.selectFrom('revision').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

/**
 * A text that the sender wrote or may see, or a merge of nobody in a post of theirs. With any other, whether what they
 * sent unpacks to what they say would tell them word by word what stands in it.
 */
async function baseOf(
  store: Store,
  { unit, person }: Pick<Caller, 'unit' | 'person'>,
  id: string,
): Promise<string | null> {
  const row = await store
    .selectFrom('revision')
    .select(['id', 'canonical', 'author', 'post'])
    .where('id', '=', id)
    .where('unit', '=', unit)
    .executeTakeFirst();
  if (row === undefined || row.canonical === ERASED_TEXT) return null;
  const isTheirs =
    row.author === person ||
    (row.author === null && (await knownPost(store, row.post)).status.owner === person) ||
    (await maySee(store, { unit, person }, id));
  return isTheirs ? baseDictionary(row) : null;
}

/** Unpacking stops at the limit of one revision, so that a few bytes cannot fill the memory. */
function decode(
  { id, codec, data }: EncodedRevision,
  base: string | undefined,
): { revision: Revision; canonical: string } | 'newer_version' | null {
  try {
    const options = {
      maxOutputLength: LIMITS.canonicalBytes,
      ...(base === undefined ? {} : { dictionary: Buffer.from(base, 'utf8') }),
    };
    const packed = Buffer.from(data, codec === 'json' ? 'utf8' : 'base64');
    const bytes =
      codec === 'json'
        ? packed
        : codec === 'zstd'
          ? zstdDecompressSync(packed, options)
          : inflateRawSync(packed, options);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const parsed = parseRevision(JSON.parse(text));
    if (!parsed.ok && parsed.problem.code === 'newer_version' && hashText(text) === id) return 'newer_version';
    return parsed.ok && hashText(parsed.canonical) === id ? parsed : null;
  } catch {
    return null;
  }
}

/** It may have been erased since it was looked at: under the feed's lock nobody erases. */
function keep(
  store: Store,
  sender: Pick<Caller, 'unit' | 'person'>,
  id: string,
  parsed: { revision: Revision; canonical: string },
  now: Date,
): Promise<'erased' | 'over_quota' | null> {
  const { unit } = parsed.revision;
  return store.transaction().execute(async (tx) => {
    await lockFeed(tx, unit);
    if (await isErased(tx, unit, id)) return 'erased';
    if (!(await spend(tx, sender, 'text', Buffer.byteLength(parsed.canonical), now))) return 'over_quota';
    await keepRevision(tx, id, parsed, now);
    return null;
  });
}

/** Stores a revision that was checked, in the transaction of what names it. */
export async function keepRevision(
  tx: Store,
  id: string,
  { revision, canonical }: { revision: Revision; canonical: string },
  now: Date,
): Promise<void> {
  const { unit, post, author } = revision;
  const inserted = await tx
    .insertInto('revision')
    .values({ id, unit, post, author, canonical, received_at: now.toISOString() })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted === undefined) return;
  const parents = [...new Set(revision.parents)].map((parent) => ({ revision: id, parent }));
  if (parents.length > 0) await tx.insertInto('revision_parent').values(parents).execute();
  const media = revision.media.map(({ hash }) => ({ revision: id, media: hash }));
  if (media.length > 0) await tx.insertInto('revision_media').values(media).execute();
}
