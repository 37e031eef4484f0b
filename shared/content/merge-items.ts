import type { Json } from './canonical.ts';
import { type Clash, type Deeper, isSame, type Keyed, mergeSequence, type Slot, takeSide } from './merge-sequence.ts';
import { asKnownBlock, type Block } from './node.ts';

/** An item of a list, a picture of a gallery, a row of a table. */
export type BlockPart = Keyed & { readonly [property: string]: Json };
type Item = BlockPart;
type Holder = { readonly [property: string]: Json };

/** Blocks that are merged by their parts, and the property that holds these. */
const PARTS_OF: ReadonlyMap<string, 'items' | 'rows'> = new Map([
  ['list', 'items'],
  ['gallery', 'items'],
  ['table', 'rows'],
]);

/**
 * A block that both sides changed: merged by its items or rows where it has any, else the two as they are. Where some
 * items clash, each side's version holds everything that did not, so that taking one side loses none of the rest.
 */
export function mergeBlock(base: Block | null, mine: Block, theirs: Block): Deeper<Block> {
  const asTheyAre: Deeper<Block> = { isClean: false, mine, theirs };
  const key = PARTS_OF.get(mine.type);
  if (key === undefined || base === null || base.type !== mine.type || theirs.type !== mine.type) return asTheyAre;
  // What a newer version means by a property we do not know is not ours to merge.
  if ([base, mine, theirs].some((version) => asKnownBlock(version) === null)) return asTheyAre;
  const versions = [base, mine, theirs] as unknown as readonly [Holder, Holder, Holder];
  if (mine.type === 'table' && !versions.every((version) => isPlainGrid(version, versions[0]))) return asTheyAre;
  return (mergeHolder(...versions, key) as Deeper<Block> | null) ?? asTheyAre;
}

/** A block in conflict, seen as what it says itself and its items or rows, of which only some are a person's to decide. */
export interface ClashParts {
  readonly key: 'items' | 'rows';
  /** The block without its parts. */
  readonly shell: Holder;
  readonly slots: readonly Slot<BlockPart>[];
  /** Each once, in the order they stand in the block. */
  readonly clashes: readonly Clash<BlockPart>[];
}

/**
 * The parts of a block in conflict, so that a person may decide item by item. `null` where the block is one value: both
 * sides changed what it says itself, moved it, or the program that merged it had to ask about it as a whole.
 */
export function partsOfClash({ base, mine, theirs, isPlace }: Clash<Block>): ClashParts | null {
  if (base === null || mine === null || theirs === null || isPlace) return null;
  if (mergeBlock(base, mine, theirs).isClean) return null;
  const key = PARTS_OF.get(mine.type);
  if (key === undefined || base.type !== mine.type || theirs.type !== mine.type) return null;
  const [from, here, there] = [base, mine, theirs] as unknown as readonly [Holder, Holder, Holder];
  const own = mergeOwn(without(from, key), without(here, key), without(there, key));
  const parts = [partsIn(from, key), partsIn(here, key), partsIn(there, key)];
  const isGrid = mine.type !== 'table' || [from, here, there].every((version) => isPlainGrid(version, from));
  const isKnown = [base, mine, theirs].every((version) => asKnownBlock(version) !== null);
  if (!own.isClean || !isGrid || !isKnown || parts.some((list) => list === null)) return null;
  const slots = mergeSequence(parts[0] ?? [], parts[1] ?? [], parts[2] ?? [], mergeItem);
  const clashes = new Map(slots.flatMap((slot) => (slot.kind === 'clash' ? [[slot.clash.id, slot.clash]] : [])));
  return clashes.size === 0 ? null : { key, shell: own.mine, slots, clashes: [...clashes.values()] };
}

/** `null` when the three cannot be merged by their parts. A holder without any part left is gone. */
function mergeHolder(base: Holder, mine: Holder, theirs: Holder, key: 'items' | 'rows'): Deeper<Holder> | null {
  const [baseParts, mineParts, theirParts] = [partsIn(base, key), partsIn(mine, key), partsIn(theirs, key)];
  if (baseParts === null || mineParts === null || theirParts === null) return null;
  const own = mergeOwn(without(base, key), without(mine, key), without(theirs, key));
  const slots = mergeSequence(baseParts, mineParts, theirParts, mergeItem);
  const filled = (holder: Holder, parts: readonly Item[]): Holder | null =>
    parts.length === 0 ? null : { ...holder, [key]: parts };
  if (own.isClean && slots.every((slot) => slot.kind === 'settled'))
    return { isClean: true, part: filled(own.mine, takeSide(slots, 'mine')) };
  return {
    isClean: false,
    mine: filled(own.mine, takeSide(slots, 'mine')),
    theirs: filled(own.theirs, takeSide(slots, 'theirs')),
  };
}

/** What an item says itself is one value; the list nested in it is merged by itself. */
function mergeItem(base: Item | null, mine: Item, theirs: Item): Deeper<Item> {
  const own = mergeValue(base && without(base, 'nested'), without(mine, 'nested'), without(theirs, 'nested'));
  const nested = mergeNested(base?.nested ?? null, mine.nested ?? null, theirs.nested ?? null);
  const put = (words: Holder, inner: Json): Item => (inner === null ? words : { ...words, nested: inner }) as Item;
  if (own.isClean && nested.isClean) return { isClean: true, part: put(own.mine, nested.part) };
  const [m, t] = nested.isClean ? [nested.part, nested.part] : [nested.mine, nested.theirs];
  return { isClean: false, mine: put(own.mine, m), theirs: put(own.theirs, t) };
}

/** The side that changed it; where both did, each side's own. */
function mergeValue<Value>(
  base: Value | null,
  mine: Value,
  theirs: Value,
): { readonly isClean: boolean; readonly mine: Value; readonly theirs: Value } {
  if (isSame(base, mine)) return { isClean: true, mine: theirs, theirs };
  if (isSame(base, theirs) || isSame(mine, theirs)) return { isClean: true, mine, theirs: mine };
  return { isClean: false, mine, theirs };
}

function mergeNested(base: Json, mine: Json, theirs: Json): Deeper<Json> {
  if (isSame(mine, theirs) || isSame(base, theirs)) return { isClean: true, part: mine };
  if (isSame(base, mine)) return { isClean: true, part: theirs };
  const apart: Deeper<Json> = { isClean: false, mine, theirs };
  if (!isHolder(mine) || !isHolder(theirs)) return apart;
  const from = isHolder(base) ? base : { ...without(mine, 'items'), items: [] };
  if (!isHolder(base) && !isSame(without(mine, 'items'), without(theirs, 'items'))) return apart;
  return mergeHolder(from, mine, theirs, 'items') ?? apart;
}

/** What a holder says beside its parts, property by property. */
function mergeOwn(
  base: Holder,
  mine: Holder,
  theirs: Holder,
): { readonly isClean: boolean; readonly mine: Holder; readonly theirs: Holder } {
  const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].sort();
  const merged = keys.map((key) => ({ key, ...mergeValue(base[key], mine[key], theirs[key]) }));
  const sideOf = (side: 'mine' | 'theirs'): Holder =>
    Object.fromEntries(merged.flatMap((value) => (value[side] === undefined ? [] : [[value.key, value[side]]])));
  return { isClean: merged.every(({ isClean }) => isClean), mine: sideOf('mine'), theirs: sideOf('theirs') };
}

function without(holder: Holder, key: string): Holder {
  const { [key]: _left, ...rest } = holder;
  return rest;
}

/** The parts of a holder; `null` where they are not a list of things with ids of their own. */
function partsIn(holder: Holder, key: string): Item[] | null {
  const parts = holder[key];
  if (!Array.isArray(parts) || !parts.every(isItem)) return null;
  return new Set(parts.map(({ id }) => id)).size === parts.length ? parts : null;
}

function isItem(value: unknown): value is Item {
  return isHolder(value) && typeof value.id === 'string';
}

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Whether a table has the first one's columns and no merged cells: only then does a row mean the same on both sides.
 */
function isPlainGrid(table: Holder, first: Holder): boolean {
  const width = (holder: Holder): unknown => {
    const [row] = Array.isArray(holder.rows) ? (holder.rows as readonly Json[]) : [];
    return isHolder(row) && Array.isArray(row.cells) ? row.cells.length : null;
  };
  const wanted = width(first);
  if (wanted === null || !Array.isArray(table.rows) || !isSame(table.widths, first.widths)) return false;
  return (table.rows as readonly Json[]).every(
    (row) =>
      isHolder(row) &&
      Array.isArray(row.cells) &&
      row.cells.length === wanted &&
      row.cells.every((cell) => isHolder(cell) && cell.colspan === undefined && cell.rowspan === undefined),
  );
}
