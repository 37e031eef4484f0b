import { z } from 'zod';
import { canonicalHash } from './canonical.ts';
import { LIMITS } from './limits.ts';
import { type FieldClash, MERGED_FIELDS, type Merge, type MergedField } from './merge.ts';
import { partsOfClash } from './merge-items.ts';
import type { BlockChoice, Choices, FieldChoice, Side } from './merge-resolve.ts';
import type { Clash } from './merge-sequence.ts';
import { type Block, blockSchema } from './node.ts';
import { revisionIdSchema } from './revision.ts';

const sideSchema = z.enum(['mine', 'theirs', 'both']);
const idSchema = z.string().min(1).max(64);

const blockChoiceSchema = z.discriminatedUnion('take', [
  z.strictObject({ take: sideSchema }),
  /** Item by item, each with the mark of its own. */
  z.strictObject({
    take: z.literal('parts'),
    parts: z.record(idSchema, z.strictObject({ about: revisionIdSchema, take: sideSchema })),
  }),
  z.strictObject({ take: z.literal('written'), blocks: z.array(blockSchema).max(LIMITS.blocks) }),
]);
const fieldChoiceSchema = z.discriminatedUnion('take', [
  z.strictObject({ take: z.enum(['mine', 'theirs']) }),
  z.strictObject({ take: z.literal('written'), value: z.string().max(LIMITS.draftFieldCharacters) }),
]);

/**
 * A person's choices as they are kept between two looks, each with the mark of what it was made about: when another
 * revision has come meanwhile, a choice stands only where the same words are still in conflict.
 */
export const savedChoicesSchema = z.strictObject({
  blocks: z.record(idSchema, z.strictObject({ about: revisionIdSchema, choice: blockChoiceSchema })),
  fields: z.partialRecord(
    z.enum(MERGED_FIELDS),
    z.strictObject({ about: revisionIdSchema, choice: fieldChoiceSchema }),
  ),
});
export type SavedChoices = z.infer<typeof savedChoicesSchema>;
export type SavedBlockChoice = SavedChoices['blocks'][string];
export type SavedFieldChoice = NonNullable<SavedChoices['fields'][MergedField]>;

export const NO_CHOICES: SavedChoices = { blocks: {}, fields: {} };

/** Stands for the very words that a choice was made about. */
export function markOfClash({
  base,
  mine,
  theirs,
}: Pick<Clash<unknown> | FieldClash, 'base' | 'mine' | 'theirs'>): string {
  return canonicalHash({ base, mine, theirs });
}

/** The kept choices that still hold for this merge. */
export function validChoices(merge: Merge, saved: SavedChoices): Choices {
  const blocks = new Map<string, BlockChoice>();
  for (const clash of merge.blockClashes) {
    const kept = saved.blocks[clash.id];
    if (kept === undefined) continue;
    const choice = stillValid(clash, kept);
    if (choice !== null) blocks.set(clash.id, choice);
  }
  const fields = new Map<MergedField, FieldChoice>();
  for (const clash of merge.fieldClashes) {
    const kept = saved.fields[clash.field];
    if (kept !== undefined && kept.about === markOfClash(clash)) fields.set(clash.field, kept.choice);
  }
  return { blocks, fields };
}

function stillValid(clash: Clash<Block>, { about, choice }: SavedBlockChoice): BlockChoice | null {
  if (choice.take !== 'parts') return about === markOfClash(clash) ? choice : null;
  const parts = partsOfClash(clash);
  if (parts === null) return null;
  const kept = parts.clashes.flatMap((part): [string, Side][] => {
    const chosen = choice.parts[part.id];
    return chosen !== undefined && chosen.about === markOfClash(part) ? [[part.id, chosen.take]] : [];
  });
  return { take: 'parts', parts: new Map(kept) };
}
