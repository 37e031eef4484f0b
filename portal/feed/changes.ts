import { siteLookSchema } from '../../shared/site/index.ts';
import { type Change, crestSchema, erasureSchema, memberSchema, mutationSchema } from '../../shared/sync/index.ts';
import { regulationVersionSchema } from '../../shared/workflow/index.ts';
import type { Caller } from '../accounts/index.ts';
import { ERASED_TEXT, type Store } from '../store/index.ts';
import { encodeFor, type Held, heldTexts, type Reader } from './base.ts';
import { isOldText, lineOf, lineOfErased } from './old.ts';
import { isForReader } from './sight.ts';

/** Lines read from the store at a time; a page is limited in bytes, not in lines. */
export const LINES = 100;
/** Bytes of texts that are in memory at a time, one text more at most: a hundred of the longest would be 200 MB. */
const TEXT_BYTES = 4_000_000;

/** A line of the feed as it is stored, with the size of the text it is about. */
export type Line = Awaited<ReturnType<typeof linesAfter>>[number];

/** The next lines after a number, of any post, in their order: {@link LINES} at most. */
export async function linesAfter(tx: Store, caller: Caller, number: number) {
  return lines(tx, caller).where('change.number', '>', number).limit(LINES).execute();
}

/** All lines of one post for this person, or (`null`) those that are about no post, in their order. */
export async function linesOf(tx: Store, caller: Caller, post: string | null): Promise<Line[]> {
  return lines(tx, caller)
    .where('change.post', post === null ? 'is' : '=', post)
    .execute();
}

function lines(tx: Store, caller: Caller) {
  return tx
    .selectFrom('change')
    .leftJoin('revision', (join) =>
      join.onRef('revision.id', '=', 'change.object').on('change.kind', 'in', ['revision', 'set_aside']),
    )
    .select(['change.number', 'change.kind', 'change.post', 'change.object', 'change.payload'])
    .select((eb) => eb.fn<number | null>('octet_length', ['revision.canonical']).as('bytes'))
    .where('change.unit', '=', caller.unit)
    .where((eb) => isForReader(caller)(eb))
    .orderBy('change.number');
}

/** As many of these lines, one at least, as their texts may be in memory together. */
export function someOf(all: readonly Line[]): readonly Line[] {
  let bytes = 0;
  const end = all.findIndex((line) => {
    bytes += line.bytes ?? 0;
    return bytes > TEXT_BYTES;
  });
  return end === -1 ? all : all.slice(0, Math.max(1, end));
}

/** What lines are about, read in a number of statements that does not depend on how many they are. */
export interface Read {
  readonly texts: ReadonlyMap<string, Text>;
  readonly parents: ReadonlyMap<string, readonly string[]>;
  readonly mutations: ReadonlyMap<string, Mutation>;
  /** Texts that the reader may hold, by id. */
  readonly held: Held;
}

type Text = Awaited<ReturnType<typeof textsOf>>[number];
type Mutation = Awaited<ReturnType<typeof mutationsOf>>[number];

/** Reads what these lines are about. `upTo` and `now` say what the reader holds, as in {@link heldTexts}. */
export async function readAll(
  tx: Store,
  caller: Caller,
  these: readonly Line[],
  reader: Reader,
  holds: { readonly upTo: number; readonly now: ReadonlySet<string> },
): Promise<Read> {
  const named = (...kinds: Line['kind'][]): string[] => [
    ...new Set(these.filter(({ kind }) => kinds.includes(kind)).map(({ object }) => object)),
  ];
  const revisions = named('revision');
  const texts = await textsOf(tx, named('revision', 'set_aside'), reader.linesBefore);
  const parents = new Map<string, string[]>();
  for (const { revision, parent } of await parentsOf(tx, revisions))
    parents.set(revision, [...(parents.get(revision) ?? []), parent]);
  const mutations = await mutationsOf(tx, named('mutation'));
  const now = new Set([...holds.now, ...revisions]);
  const bases = reader.isPacked ? [...new Set([...parents.values()].flat())] : [];
  return {
    texts: new Map(texts.map((text) => [text.id, text])),
    parents,
    mutations: new Map(mutations.map((mutation) => [mutation.id, mutation])),
    held: await heldTexts(tx, caller, bases, { upTo: holds.upTo, now }),
  };
}

async function textsOf(tx: Store, ids: readonly string[], linesBefore: string | null) {
  if (ids.length === 0) return [];
  return tx
    .selectFrom('revision')
    .select(['revision.id', 'revision.author', 'revision.canonical'])
    .select((eb) =>
      (linesBefore === null ? eb.lit(0) : eb.case().when(isOldText(linesBefore)(eb)).then(1).else(0).end()).as(
        'is_old',
      ),
    )
    .where('revision.id', 'in', ids)
    .execute();
}

async function parentsOf(tx: Store, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx.selectFrom('revision_parent').selectAll().where('revision', 'in', ids).orderBy('parent').execute();
}

async function mutationsOf(tx: Store, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .selectFrom('mutation')
    .select(['id', 'canonical', 'person', 'contributors', 'received_at'])
    .where('id', 'in', ids)
    .execute();
}

/**
 * A line for the wire. `null` for a text that is not here, and for what was said about one that was erased.
 *
 * @param now what the reader holds by what was sent so far.
 */
export async function toChange(
  line: Line,
  { texts, parents, mutations, held }: Read,
  reader: Reader,
  now: ReadonlySet<string>,
): Promise<Change | null> {
  const { number, object } = line;
  const payload = (): unknown => JSON.parse(line.payload ?? '');
  if (line.kind === 'member') return { kind: 'member', number, member: memberSchema.parse(payload()) };
  if (line.kind === 'rules') return { kind: 'rules', number, rules: regulationVersionSchema.parse(payload()) };
  if (line.kind === 'site') return { kind: 'site', number, site: siteLookSchema.parse(payload()) };
  if (line.kind === 'crest') return { kind: 'crest', number, crest: crestSchema.parse(payload()) };
  if (line.kind === 'erased') return { kind: 'erased', number, erasure: erasureSchema.parse(payload()) };
  const post = line.post ?? '';
  if (line.kind === 'hide') return { kind: 'hide', number, post };
  if (line.kind === 'head') return { kind: 'head', number, post, revision: object };
  if (line.kind === 'set_aside') {
    const text = texts.get(object);
    if (text === undefined) throw new Error(`no text ${object} to set aside`);
    if (text.canonical === ERASED_TEXT) return null;
    return { kind: 'set_aside', number, post, revision: { id: object, codec: 'json', data: text.canonical } };
  }
  if (line.kind === 'revision') {
    const text = texts.get(object);
    // One bad line must not keep the rest of the feed from its readers for ever.
    if (text === undefined) return null;
    const known = parents.get(object) ?? [];
    if (text.canonical === ERASED_TEXT)
      return { kind: 'revision_line', number, post, revision: lineOfErased(object, text.author, known) };
    if (text.is_old === 1) return { kind: 'revision_line', number, post, revision: lineOf(object, text.canonical) };
    return { kind: 'revision', number, post, revision: await encodeFor(reader, text, known, held, now) };
  }
  const mutation = mutations.get(object);
  if (mutation === undefined) throw new Error(`no mutation ${object} for a line of the feed`);
  if (mutation.canonical === ERASED_TEXT) return null;
  return {
    ...{ kind: 'mutation', number, post },
    mutation: mutationSchema.parse(JSON.parse(mutation.canonical)),
    person: mutation.person,
    contributors: JSON.parse(mutation.contributors) as string[],
    receivedAt: mutation.received_at,
  };
}
