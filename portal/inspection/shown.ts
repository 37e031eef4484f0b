import { canonicalJson, publicIdOf, type Revision, usedMedia } from '../../shared/content/index.ts';
import type { Mutation } from '../../shared/sync/index.ts';
import { type Action, parseAction } from '../../shared/workflow/index.ts';
import { type Store, shownParts } from '../store/index.ts';
import type { Finding } from './finding.ts';

/** When a publication is public, and what readers are told of it, as the post's acts alone say. */
interface Shown {
  readonly publishedAt: string;
  readonly firstAt: string;
  readonly changeNote: string | null;
  readonly end: {
    readonly at: string;
    readonly reason: string | null;
    readonly note: string | null;
    readonly replacement: string | null;
  } | null;
}

/**
 * What the tables of the public site say of a post's publications against its acts and its texts: which one readers see
 * and from when, why one was taken down, its lists, its pictures and files. A withdrawn page that was opened again in the
 * database, or a picture that was slipped in, is found here.
 *
 * @param textOf a stored text; `null` for one that was erased, of whose words nothing is compared.
 */
export async function checkShown(
  store: Store,
  unit: string,
  textOf: (revision: string) => Promise<Revision | null>,
): Promise<Finding[]> {
  const what = 'publication';
  const posts = await store.selectFrom('publication').select('post').distinct().where('unit', '=', unit).execute();
  const acts = await store
    .selectFrom('mutation')
    .select('post')
    .distinct()
    .where('unit', '=', unit)
    .where('name', 'in', ['post.publish', 'post.import'])
    .where('outcome', '=', 'accepted')
    .execute();
  const findings: Finding[] = [];
  for (const post of new Set([...posts, ...acts].flatMap((row) => row.post ?? []))) {
    const expected = await shownByActs(store, post);
    const rows = await store.selectFrom('publication').selectAll().where('post', '=', post).execute();
    for (const row of rows) {
      const shown = expected.get(row.mutation);
      const text = await textOf(row.revision);
      // A publication that no act made is told as one without an approval.
      if (shown === undefined) continue;
      const isSame =
        canonicalJson(rowFacts(row, text !== null)) === canonicalJson(expectedFacts(post, shown, text)) &&
        (text === null || (await arePartsSame(store, row.mutation, text)));
      if (!isSame) findings.push({ kind: 'row_changed', what, id: row.mutation });
    }
    const stored = new Set(rows.map(({ mutation }) => mutation));
    for (const id of expected.keys()) if (!stored.has(id)) findings.push({ kind: 'row_missing', what, id });
  }
  return findings;
}

/** The publications of a post by their mutations, as its accepted acts make and end them. */
async function shownByActs(store: Store, post: string): Promise<ReadonlyMap<string, Shown>> {
  const rows = await store
    .selectFrom('mutation')
    .select(['id', 'canonical', 'received_at'])
    .where('post', '=', post)
    .where('outcome', '=', 'accepted')
    .where('name', 'in', ['post.submit', 'post.publish', 'post.import', 'post.withdraw'])
    .orderBy('number')
    .execute();
  const found = new Map<string, Shown>();
  const notes = new Map<string, string | null>();
  let open: string | null = null;
  const end = (how: NonNullable<Shown['end']>): void => {
    const shown = open === null ? undefined : found.get(open);
    if (open !== null && shown !== undefined) found.set(open, { ...shown, end: how });
    open = null;
  };
  for (const { id, canonical, received_at: at } of rows) {
    const action = actionIn(canonical);
    if (action?.name === 'post.submit') notes.set(action.args.revision, noteOf(action.args.change));
    if (action?.name === 'post.withdraw') {
      const { reason, publicNote = '', replacement = null } = action.args;
      const note = publicNote === '' ? null : publicNote;
      end({ at, reason, note, replacement: reason === 'replaced' ? replacement : null });
    }
    if (action?.name !== 'post.publish' && action?.name !== 'post.import') continue;
    const publishedAt = action.name === 'post.import' ? action.args.publishedAt : at;
    end({ at: publishedAt, reason: null, note: null, replacement: null });
    const firsts = [...found.values()].map(({ firstAt }) => firstAt).sort();
    const changeNote = firsts.length === 0 ? null : (notes.get(action.args.revision) ?? null);
    found.set(id, { publishedAt, firstAt: firsts[0] ?? publishedAt, changeNote, end: null });
    open = id;
  }
  return found;
}

function noteOf(change: { readonly note: string; readonly isMinor: boolean } | undefined): string | null {
  return change === undefined || change.isMinor || change.note === '' ? null : change.note;
}

function actionIn(canonical: string): Action | null {
  try {
    const { name, args } = JSON.parse(canonical) as Mutation;
    return parseAction(name, args);
  } catch {
    return null;
  }
}

interface Row {
  readonly public_id: string;
  readonly published_at: string;
  readonly first_at: string;
  readonly ended_at: string | null;
  readonly withdrawn_reason: string | null;
  readonly public_note: string | null;
  readonly replaced_by: string | null;
  readonly change_note: string | null;
  readonly kind: string;
  readonly language: string;
  readonly translates: string | null;
  readonly title: string;
  readonly summary: string;
  readonly cover: string | null;
  readonly cover_alt: string | null;
  readonly cover_focus: string | null;
}

function rowFacts(row: Row, isTextHere: boolean): unknown {
  return {
    publicId: row.public_id,
    publishedAt: row.published_at,
    firstAt: row.first_at,
    end: [row.ended_at, row.withdrawn_reason, row.public_note, row.replaced_by],
    words: isTextHere
      ? [
          ...[row.kind, row.language, row.translates, row.title, row.summary],
          ...[row.cover, row.cover_alt, row.cover_focus, row.change_note],
        ]
      : null,
  };
}

function expectedFacts(post: string, { publishedAt, firstAt, changeNote, end }: Shown, text: Revision | null): unknown {
  const focus = text?.cover?.focus;
  return {
    publicId: publicIdOf(post),
    ...{ publishedAt, firstAt },
    end: [end?.at ?? null, end?.reason ?? null, end?.note ?? null, end?.replacement ?? null],
    words: text && [
      ...[text.kind, text.language, text.translates, text.title, text.summary],
      ...[text.cover?.media ?? null, text.cover?.alt ?? null],
      ...[focus === undefined ? null : `${focus.x} ${focus.y}`, changeNote],
    ],
  };
}

/** The lists a publication is in, the files it opens to everybody, and what the site's own pages list of it. */
async function arePartsSame(store: Store, publication: string, text: Revision): Promise<boolean> {
  const categories = await store
    .selectFrom('publication_category')
    .select('category')
    .where('publication', '=', publication)
    .execute();
  const media = await store
    .selectFrom('publication_media')
    .select('media')
    .where('publication', '=', publication)
    .execute();
  const files = await store
    .selectFrom('publication_file')
    .select(['reference', 'title'])
    .where('publication', '=', publication)
    .orderBy('place')
    .execute();
  const album = await store
    .selectFrom('publication_album')
    .select(['pictures', 'media', 'focus'])
    .where('publication', '=', publication)
    .executeTakeFirst();
  const sorted = (values: readonly string[]): string[] => [...new Set(values)].sort();
  const found = {
    categories: sorted(categories.map(({ category }) => category)),
    media: sorted(media.map((row) => row.media)),
    ...{ files: files.map(plainFile), album: album ?? null },
  };
  const { album: shown, files: listed } = shownParts(text);
  const parts = { files: listed.map(plainFile), album: shown };
  const wanted = { categories: sorted(text.categories), media: sorted(usedMedia(text)), ...parts };
  return canonicalJson(found) === canonicalJson(wanted);
}

/** The facts of a file as such: an import wrote them in another order than the text is kept in. */
function plainFile({ reference, title }: { readonly reference: string; readonly title: string }): unknown {
  return { reference: JSON.parse(reference) as unknown, title };
}
