import { type Block, compareBlocks, picturesOfBlock, textOfBlock } from '../../shared/content/index.ts';
import type { SourceWords } from '../../shared/contract/index.ts';

/** A block of the source as it stands beside its translation. */
export interface SourceBlock {
  readonly id: string;
  readonly type: string;
  readonly text: string;
  /** What it said when the two were last laid side by side, where it was not the same; '' for a new block. */
  readonly before: string | null;
  readonly pictures: ReturnType<typeof picturesOfBlock>;
  /** The source has it no more. */
  readonly isGone: boolean;
}

/** The source's blocks in order, with what changed since `before`. */
export function sourceBlocks(source: SourceWords, before: SourceWords | null): SourceBlock[] {
  return compareBlocks(before?.blocks ?? source.blocks, source.blocks).map((change) => {
    const { block } = change;
    const text = textOfBlock(block);
    const was = change.kind === 'changed' ? textOfBlock(change.before) : null;
    return {
      id: block.id,
      type: block.type,
      text: change.kind === 'removed' ? '' : text,
      before: change.kind === 'removed' ? text : change.kind === 'added' ? '' : was === text ? null : was,
      pictures: picturesOfBlock(block),
      isGone: change.kind === 'removed',
    };
  });
}

/** How far a block has come: still in the source's words, in words of its own, or not in the translation at all. */
export type Progress = 'same' | 'own' | 'absent';

/** How far each block of the source has come in what is written. A block without a letter needs no translation. */
export function progressOf(source: readonly SourceBlock[], written: readonly Block[]): ReadonlyMap<string, Progress> {
  const mine = new Map(written.map((block) => [block.id, textOfBlock(block)]));
  return new Map(
    source
      .filter(({ isGone }) => !isGone)
      .map(({ id, text }) => {
        const words = mine.get(id);
        if (words === undefined) return [id, 'absent'];
        return [id, words === text && /\p{L}/u.test(text) ? 'same' : 'own'];
      }),
  );
}
