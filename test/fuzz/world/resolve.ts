import { markOfClash, mergeRevisions, type SavedChoices } from '../../../shared/content/index.ts';
import { codeOf } from './act.ts';
import type { Chance } from './chance.ts';
import type { Computer } from './computer.ts';
import type { Model } from './model.ts';

/** Lays two texts of a post together as a person does: at each place one, the other, or both. */
export async function resolveConflict(computer: Computer, post: string, chance: Chance, model: Model): Promise<void> {
  const { conflict } = await computer.call('conflict.open', { post });
  if (conflict === null) return;
  const { mine, theirs, base } = conflict;
  const { blockClashes, fieldClashes } = mergeRevisions(base, mine.revision, theirs.revision);
  const sides = { mine: 'theirs', theirs: 'mine' } as const;
  const choices: SavedChoices = { blocks: {}, fields: {} };
  const left: [unknown, unknown][] = [];
  for (const clash of blockClashes) {
    const take = chance.pick(['mine', 'theirs', 'both', 'both'] as const);
    choices.blocks[clash.id] = { about: markOfClash(clash), choice: { take } };
    if (take !== 'both') left.push([[clash[sides[take]], clash.base], clash[take]]);
  }
  for (const clash of fieldClashes) {
    const take = chance.pick(['mine', 'theirs'] as const);
    choices.fields[clash.field] = { about: markOfClash(clash), choice: { take } };
    left.push([[clash[sides[take]], clash.base], clash[take]]);
  }
  const heads = { post, mine: mine.id, theirs: theirs.id };
  const code = await codeOf(() => computer.call('conflict.resolve', { ...heads, choices }));
  if (code === null) for (const [before, after] of left) model.tookOut(before, after);
}
