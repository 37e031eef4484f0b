import { LIMITS } from './limits.ts';
import { mergeBlock } from './merge-items.ts';
import { type Clash, isSame, mergeSequence, type Slot } from './merge-sequence.ts';
import { asKnownBlock, type Block, type ListItem } from './node.ts';
import { type PostFields, parseRevision, type Revision, revisionId, usedMedia } from './revision.ts';

/** Fields a person chooses between as a whole. Tags are a set and never clash unless they become too many. */
export const MERGED_FIELDS = ['title', 'summary', 'categories', 'tags', 'cover', 'byline'] as const;
export type MergedField = (typeof MERGED_FIELDS)[number];

/** A field that both sides changed in different ways. `base` is `null` where the two have no one common ancestor. */
export interface FieldClash {
  readonly field: MergedField;
  readonly base: PostFields[MergedField] | null;
  readonly mine: PostFields[MergedField];
  readonly theirs: PostFields[MergedField];
}

/** Two heads of one post laid together: what is settled, and what waits for a person. */
export interface Merge {
  readonly mine: Revision;
  readonly theirs: Revision;
  readonly fields: PostFields;
  readonly slots: readonly Slot<Block>[];
  readonly fieldClashes: readonly FieldClash[];
  /** Each once, in the order they stand in the text. */
  readonly blockClashes: readonly Clash<Block>[];
  /** The merged revision when nothing clashes: of nobody, and the same from both sides (design 4). */
  readonly revision: Revision | null;
}

/**
 * Merges two heads of one post from their nearest common ancestor (design 4, docs/spec/merge.md). Pure, symmetric and
 * bounded; no clock decides. What a merge would make invalid (too long, too many) becomes a person's choice instead.
 *
 * @param base the nearest common ancestor; `null` when there is none or several: then every difference is a clash.
 */
export function mergeRevisions(base: Revision | null, mine: Revision, theirs: Revision): Merge {
  const careful = (): Merge => layTogether(base, mine, theirs, () => true);
  if (base === null || mine.format !== theirs.format || !isSameKind(mine, theirs)) return careful();
  const plain = layTogether(base, mine, theirs, () => false);
  const twice = blocksWithSharedItems(plain, mine, theirs);
  const merge = twice.size === 0 ? plain : layTogether(base, mine, theirs, (id) => twice.has(id));
  const isWhole = merge.revision === null || parseRevision(merge.revision).ok;
  return isWhole ? merge : careful();
}

function layTogether(
  base: Revision | null,
  mine: Revision,
  theirs: Revision,
  mustAsk: (block: string) => boolean,
): Merge {
  const slots = mergeSequence(base?.blocks ?? [], mine.blocks, theirs.blocks, mergeBlock, mustAsk);
  const clashes = new Map(slots.flatMap((slot) => (slot.kind === 'clash' ? [[slot.clash.id, slot.clash]] : [])));
  const { fields, fieldClashes } = mergeFields(base, mine, theirs);
  const settled = slots.flatMap((slot) => (slot.kind === 'settled' ? [slot.part] : []));
  const isClean = clashes.size === 0 && fieldClashes.length === 0 && isSameKind(mine, theirs);
  return {
    ...{ mine, theirs, fields, slots, fieldClashes },
    blockClashes: [...clashes.values()],
    revision: isClean ? revisionOf(mine, theirs, fields, settled, NOBODY) : null,
  };
}

/**
 * The version of the rules in this file and its neighbours (docs/spec/merge.md). It stands in the note of a merge of
 * nobody, and so in its id: other rules make other merges, which no side takes for a wrong one of these.
 */
export const MERGE_RULES = 1;

/** The version of the rules that made a merge of nobody; `null` for a revision that names none. */
export function mergeRulesOf({ author, note }: Pick<Revision, 'author' | 'note'>): number | null {
  const named = author === null ? /^merge-([1-9]\d{0,5})$/.exec(note)?.[1] : undefined;
  return named === undefined ? null : Number(named);
}

/** Who made a revision, where and when; of a merge without a clash: nobody. */
export interface Maker {
  readonly author: string | null;
  readonly device: string | null;
  readonly createdAt: string | null;
}
const NOBODY: Maker = { author: null, device: null, createdAt: null };

/** The revision of two parents that holds these fields and blocks. */
export function revisionOf(
  mine: Revision,
  theirs: Revision,
  fields: PostFields,
  blocks: readonly Block[],
  maker: Maker,
): Revision {
  const { format, post, unit, kind, language, translates } = mine;
  return {
    ...{ format, post, unit, kind, language, translates },
    ...fields,
    blocks: [...blocks],
    media: mediaFor(mine, theirs, fields, blocks),
    parents: [revisionId(mine), revisionId(theirs)].sort(),
    ...maker,
    note: maker.author === null ? `merge-${MERGE_RULES}` : '',
  };
}

/** The files the merged text shows. A block this version cannot draw may show any, so then all are kept. */
function mediaFor(
  mine: Revision,
  theirs: Revision,
  { cover }: PostFields,
  blocks: readonly Block[],
): Revision['media'] {
  const used = new Set(usedMedia({ cover, blocks: [...blocks] }));
  const isDrawn = blocks.every((block) => asKnownBlock(block) !== null);
  const known = new Map<string, Revision['media'][number]>();
  for (const media of [...mine.media, ...theirs.media]) {
    const other = known.get(media.hash);
    if ((used.has(media.hash) || !isDrawn) && (other === undefined || media.name < other.name))
      known.set(media.hash, media);
  }
  return [...known.values()].sort((a, b) => (a.hash < b.hash ? -1 : 1));
}

function mergeFields(
  base: Revision | null,
  mine: Revision,
  theirs: Revision,
): { fields: PostFields; fieldClashes: FieldClash[] } {
  const fieldClashes: FieldClash[] = [];
  const choose = <Field extends MergedField>(field: Field): PostFields[Field] => {
    const [b, m, t]: [PostFields[Field] | null, PostFields[Field], PostFields[Field]] = [
      base?.[field] ?? null,
      mine[field],
      theirs[field],
    ];
    if (isSame(m, t) || (base !== null && isSame(b, t))) return m;
    if (base !== null && isSame(b, m)) return t;
    fieldClashes.push({ field, base: b, mine: m, theirs: t });
    return m;
  };
  const [title, summary, categories] = [choose('title'), choose('summary'), choose('categories')];
  const together = mergeTags(base, mine, theirs);
  const tags = together.length > LIMITS.tags ? choose('tags') : together;
  return {
    fields: { title, summary, categories, tags, cover: choose('cover'), byline: choose('byline') },
    fieldClashes,
  };
}

/** A set: a tag is there if a side added it, or if neither took it away. Without a base none is taken away. */
function mergeTags(base: Revision | null, mine: Revision, theirs: Revision): string[] {
  const before = new Set(base?.tags ?? []);
  const isKept = (tag: string): boolean =>
    before.has(tag) ? mine.tags.includes(tag) && theirs.tags.includes(tag) : true;
  return [...new Set([...mine.tags, ...theirs.tags])].filter(isKept).sort();
}

function isSameKind(mine: Revision, theirs: Revision): boolean {
  const anchor = ({ post, unit, kind, language, translates }: Revision): unknown => [
    ...[post, unit, kind, language, translates],
  ];
  return isSame(anchor(mine), anchor(theirs));
}

/**
 * Blocks of a clean merge that hold the same list item or table row twice, as when both sides split a list at different
 * places: text would be there twice without anybody having asked for it.
 */
function blocksWithSharedItems({ revision }: Merge, mine: Revision, theirs: Revision): Set<string> {
  if (revision === null) return new Set();
  const [already, others] = [holdersOfItems(mine.blocks), holdersOfItems(theirs.blocks)];
  const shared = [...holdersOfItems(revision.blocks)].filter(
    ([item, blocks]) => blocks.length > Math.max(already.get(item)?.length ?? 0, others.get(item)?.length ?? 0, 1),
  );
  return new Set(shared.flatMap(([, blocks]) => blocks));
}

function holdersOfItems(blocks: readonly Block[]): Map<string, string[]> {
  const holders = new Map<string, string[]>();
  for (const block of blocks)
    for (const item of itemIdsOf(block)) holders.set(item, [...(holders.get(item) ?? []), block.id]);
  return holders;
}

function itemIdsOf(block: Block): string[] {
  const known = asKnownBlock(block);
  if (known?.type === 'list') return known.items.flatMap(idsWithin);
  if (known?.type === 'table') return known.rows.map(({ id }) => id);
  return known?.type === 'gallery' ? known.items.map(({ id }) => id) : [];
}

function idsWithin(item: ListItem): string[] {
  return [item.id, ...(item.nested?.items.flatMap(idsWithin) ?? [])];
}
