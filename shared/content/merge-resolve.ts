import { newBlockId } from './ids.ts';
import { type Maker, type Merge, type MergedField, revisionOf } from './merge.ts';
import { asKnownBlock, type Block, type ListItem } from './node.ts';
import { normaliseRevision, type PostFields, type Revision } from './revision.ts';

/** What a person decided about a block: one side's, both, or words of their own in its place. */
export type BlockChoice =
  | { readonly take: 'mine' | 'theirs' | 'both' }
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
    merge.blockClashes.every(({ id }) => choices.blocks.has(id)) &&
    merge.fieldClashes.every(({ field }) => choices.fields.has(field))
  );
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
    const isTaken = (which: 'mine' | 'theirs'): boolean =>
      (choice.take === which || choice.take === 'both') && (side === 'both' || side === which);
    const mine = isTaken('mine') && clash.mine !== null ? [clash.mine] : [];
    const theirs = isTaken('theirs') && clash.theirs !== null ? [clash.theirs] : [];
    const isSecond = choice.take === 'both' && clash.mine !== null;
    return [...mine, ...(isSecond ? theirs.map((block) => withNewIds(block, newId)) : theirs)];
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

/** A copy of a block: it is another one, and so are its items and rows. */
function withNewIds(block: Block, newId: () => string): Block {
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
