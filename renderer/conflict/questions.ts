import {
  type Block,
  type BlockChoice,
  type BlockPart,
  type Choices,
  type Clash,
  type FieldClash,
  type Merge,
  partsOfClash,
} from '../../shared/content/index.ts';

/** One place where a person must choose: a field, a block, or an item or row of one. */
export type Question =
  | { readonly kind: 'field'; readonly key: string; readonly clash: FieldClash; readonly isDecided: boolean }
  | { readonly kind: 'block'; readonly key: string; readonly clash: Clash<Block>; readonly isDecided: boolean }
  | {
      readonly kind: 'part';
      readonly key: string;
      readonly block: Clash<Block>;
      readonly clash: Clash<BlockPart>;
      readonly isDecided: boolean;
    };

/** The questions of a merge in the order of the post, fields first. A block is asked about item by item where it can be. */
export function questionsOf(merge: Merge, choices: Choices): Question[] {
  const fields = merge.fieldClashes.map(
    (clash): Question => ({
      ...{ kind: 'field', key: `field ${clash.field}`, clash },
      isDecided: choices.fields.has(clash.field),
    }),
  );
  const blocks = merge.blockClashes.flatMap((clash): Question[] => {
    const choice = choices.blocks.get(clash.id);
    const parts = isWhole(choice) ? null : partsOfClash(clash);
    if (parts === null) return [{ kind: 'block', key: clash.id, clash, isDecided: choice !== undefined }];
    return parts.clashes.map((part) => ({
      ...{ kind: 'part', key: `${clash.id} ${part.id}`, block: clash, clash: part },
      isDecided: choice?.take === 'parts' && choice.parts.has(part.id),
    }));
  });
  return [...fields, ...blocks];
}

/** The next question that waits, after the one given, round the end; `null` when all are decided. */
export function nextUndecided(questions: readonly Question[], after: string | null): string | null {
  const at = questions.findIndex(({ key }) => key === after);
  const round = [...questions.slice(at + 1), ...questions.slice(0, at + 1)];
  return round.find(({ isDecided }) => !isDecided)?.key ?? null;
}

/** The choices with both sides wherever nothing is chosen yet: what a preview shows. */
export function withBothWhereUndecided(merge: Merge, choices: Choices): Choices {
  const blocks = merge.blockClashes.map((clash): [string, BlockChoice] => {
    const choice = choices.blocks.get(clash.id);
    const parts = choice === undefined || choice.take === 'parts' ? partsOfClash(clash) : null;
    if (parts === null) return [clash.id, choice ?? { take: 'both' }];
    const chosen = choice?.take === 'parts' ? choice.parts : new Map();
    return [
      clash.id,
      { take: 'parts', parts: new Map(parts.clashes.map(({ id }) => [id, chosen.get(id) ?? ('both' as const)])) },
    ];
  });
  const fields = merge.fieldClashes.map(
    ({ field }) => [field, choices.fields.get(field) ?? { take: 'theirs' as const }] as const,
  );
  return { blocks: new Map(blocks), fields: new Map(fields) };
}

function isWhole(choice: BlockChoice | undefined): boolean {
  return choice !== undefined && choice.take !== 'parts';
}
