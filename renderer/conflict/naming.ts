import { type Block, textOfBlock } from '../../shared/content/index.ts';
import { isMessageKey } from '../../shared/i18n/index.ts';
import type { useT } from '../connection/index.ts';
import type { Question } from './questions.ts';

type Translate = ReturnType<typeof useT>;

/** What a question is about. */
export function kindOf(question: Question, t: Translate): string {
  if (question.kind === 'field') return t(`conflict.field.${question.clash.field}`);
  const { mine, theirs } = question.kind === 'block' ? question.clash : question.block;
  const key = `conflict.${question.kind === 'block' ? 'kind' : 'part'}.${(mine ?? theirs)?.type}`;
  return t(isMessageKey(key) ? key : 'conflict.kind.other');
}

const MOST_LETTERS = 60;

/** Where a block stands: after which words. */
export function placeOf(id: string, blocks: readonly Block[], t: Translate): string {
  const before = blocks[blocks.findIndex((block) => block.id === id) - 1];
  if (before === undefined) return t('conflict.place.first');
  const words = textOfBlock(before).replace(/\s+/g, ' ').trim();
  const short = words.length > MOST_LETTERS ? `${words.slice(0, MOST_LETTERS)}…` : words;
  return t('conflict.place', { words: short === '' ? t('conflict.empty') : short });
}
