import {
  type Block,
  type Clash,
  type FieldClash,
  markOfClash,
  type SavedBlockChoice,
  type SavedChoices,
  type SavedFieldChoice,
  type Side,
} from '../../shared/content/index.ts';
import type { Question } from './questions.ts';

/** The choices with this one made, each with the mark of what it is about. */
export function chooseField(
  choices: SavedChoices,
  clash: FieldClash,
  choice: SavedFieldChoice['choice'],
): SavedChoices {
  return { ...choices, fields: { ...choices.fields, [clash.field]: { about: markOfClash(clash), choice } } };
}

export function chooseBlock(
  choices: SavedChoices,
  clash: Clash<Block>,
  choice: SavedBlockChoice['choice'],
): SavedChoices {
  return { ...choices, blocks: { ...choices.blocks, [clash.id]: { about: markOfClash(clash), choice } } };
}

/** Takes a side of one item or row; the other items' choices stay. */
export function choosePart(
  choices: SavedChoices,
  { block, clash }: Extract<Question, { kind: 'part' }>,
  take: Side,
): SavedChoices {
  const kept = choices.blocks[block.id]?.choice;
  const parts = kept?.take === 'parts' ? kept.parts : {};
  const chosen = { ...parts, [clash.id]: { about: markOfClash(clash), take } };
  return chooseBlock(choices, block, { take: 'parts', parts: chosen });
}
