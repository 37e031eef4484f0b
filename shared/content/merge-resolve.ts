import { newBlockId } from './ids.ts';
import { type Maker, type Merge, type MergedField, revisionOf } from './merge.ts';
import { type BlockPart, type ClashParts, partsOfClash } from './merge-items.ts';
import type { Clash } from './merge-sequence.ts';
import { asKnownBlock, type Block, type ListItem } from './node.ts';
import { normaliseRevision, type PostFields, type Revision } from './revision.ts';

/** One side's, or both. */
export type Side = 'mine' | 'theirs' | 'both';

/** What a person decided about a block: one side's, both, item by item, or words of their own in its place. */
export type BlockChoice =
  | { readonly take: Side }
  | { readonly take: 'parts'; readonly parts: ReadonlyMap<string, Side> }
  | { readonly take: 'written'; readonly blocks: readonly Block[] };

/** What a person decided about a field. */
export type FieldChoice =
  | { readonly take: 'mine' | 'theirs' }
  | { readonly take: 'written'; readonly value: PostFields[MergedField] };

/** All decisions, by block id and by field. */
export interface Choices {
  readonly blocks: ReadonlyMap<string, BlockChoice>;
  readonly fields: ReadonlyMap<MergedField, FieldChoice>;
}

/** Whether every clash has a decision. */
export function isDecided(merge: Merge, choices: Choices): boolean {
  return (
    merge.blockClashes.every((clash) => isBlockDecided(clash, choices.blocks.get(clash.id))) &&
    merge.fieldClashes.every(({ field }) => choices.fields.has(field))
  );
}

/** Item by item, every item in conflict must have its decision. */
function isBlockDecided(clash: Clash<Block>, choice: BlockChoice | undefined): boolean {
  if (choice?.take !== 'parts') return choice !== undefined;
  return partsOfClash(clash)?.clashes.every(({ id }) => choice.parts.has(id)) ?? false;
}

/**
 * The revision of two parents that a person's decisions make, in normal form; not yet checked against the limits.
 * `null` while a clash is undecided: no conflict is resolved without a person.
 */
export function resolveMerge(
  merge: Merge,
  choices: Choices,
  maker: Maker,
  newId: () => string = newBlockId,
): Revision | null {
  if (!isDecided(merge, choices)) return null;
  const blocks = merge.slots.flatMap((slot) => {
    if (slot.kind === 'settled') return [slot.part];
    const { clash, side } = slot;
    const choice = choices.blocks.get(clash.id);
    if (choice === undefined) return [];
    // A block with two places: its copy at the second, and written words at the first only.
    if (choice.take === 'written') return side === 'theirs' ? [] : [...choice.blocks];
    if (choice.take === 'parts') {
      const parts = partsOfClash(clash);
      return parts === null ? [] : blockOfParts(parts, choice.parts, newId);
    }
    const isTaken = (which: 'mine' | 'theirs'): boolean =>
      (choice.take === which || choice.take === 'both') && (side === 'both' || side === which);
    const mine = isTaken('mine') && clash.mine !== null ? [clash.mine] : [];
    const theirs = isTaken('theirs') && clash.theirs !== null ? [clash.theirs] : [];
    const isSecond = choice.take === 'both' && clash.mine !== null;
    return [...mine, ...(isSecond ? theirs.map((block) => copyOfBlock(block, newId)) : theirs)];
  });
  const fields: PostFields = { ...merge.fields, ...Object.fromEntries(decidedFields(merge, choices)) };
  return normaliseRevision(revisionOf(merge.mine, merge.theirs, fields, blocks, maker));
}

function decidedFields({ fieldClashes }: Merge, { fields }: Choices): [MergedField, unknown][] {
  return fieldClashes.flatMap((clash): [MergedField, unknown][] => {
    const choice = fields.get(clash.field);
    if (choice === undefined) return [];
    return [[clash.field, choice.take === 'written' ? choice.value : clash[choice.take]]];
  });
}

/** The block with the items that were chosen; none of them left: no block. */
function blockOfParts(
  { key, shell, slots }: ClashParts,
  chosen: ReadonlyMap<string, Side>,
  newId: () => string,
): Block[] {
  const parts = slots.flatMap((slot): BlockPart[] => {
    if (slot.kind === 'settled') return [slot.part];
    const { clash, side } = slot;
    const choice = chosen.get(clash.id);
    const isTaken = (which: 'mine' | 'theirs'): boolean =>
      (choice === which || choice === 'both') && (side === 'both' || side === which);
    const mine = isTaken('mine') && clash.mine !== null ? [clash.mine] : [];
    const theirs = isTaken('theirs') && clash.theirs !== null ? [clash.theirs] : [];
    const isSecond = choice === 'both' && clash.mine !== null;
    return [...mine, ...(isSecond ? theirs.map((part) => partWithNewIds(part, newId)) : theirs)];
  });
  return parts.length === 0 ? [] : [{ ...shell, [key]: parts } as unknown as Block];
}

function partWithNewIds(part: BlockPart, newId: () => string): BlockPart {
  return part.nested === undefined
    ? { ...part, id: newId() }
    : (itemWithNewIds(part as unknown as ListItem, newId) as unknown as BlockPart);
}

/** A copy of a block: it is another one, and so are its items and rows. */
export function copyOfBlock(block: Block, newId: () => string = newBlockId): Block {
  const known = asKnownBlock(block);
  if (known === null) return { ...block, id: newId() };
  const id = newId();
  if (known.type === 'list') return { ...known, id, items: known.items.map((item) => itemWithNewIds(item, newId)) };
  if (known.type === 'table') return { ...known, id, rows: known.rows.map((row) => ({ ...row, id: newId() })) };
  if (known.type === 'gallery') return { ...known, id, items: known.items.map((item) => ({ ...item, id: newId() })) };
  return { ...known, id };
}

function itemWithNewIds(item: ListItem, newId: () => string): ListItem {
  if (item.nested === undefined) return { ...item, id: newId() };
  const items = item.nested.items.map((inner) => itemWithNewIds(inner, newId));
  return { ...item, id: newId(), nested: { ...item.nested, items } };
}
