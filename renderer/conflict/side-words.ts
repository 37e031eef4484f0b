import {
  type Block,
  type Cover,
  type FieldClash,
  mediaPath,
  type PostFields,
  partsOfClash,
  picturesOfBlock,
  textOfBlock,
} from '../../shared/content/index.ts';
import type { Question } from './questions.ts';

/** What one side says at a place: its words, and the pictures it shows. `null`: the side has nothing there. */
export interface SideWords {
  readonly text: string;
  readonly pictures: readonly { readonly source: string; readonly alt: string }[];
}

export type SideName = 'base' | 'mine' | 'theirs';

/** The words of one side of a question. `nameOf` names a category. */
export function sideWords(question: Question, side: SideName, nameOf: (code: string) => string): SideWords | null {
  if (question.kind === 'field') return fieldWords(question.clash.field, question.clash[side], nameOf);
  if (question.kind === 'block') return blockWords(question.clash[side]);
  const part = question.clash[side];
  const parts = partsOfClash(question.block);
  if (part === null || parts === null) return null;
  return blockWords({ ...parts.shell, [parts.key]: [part] } as unknown as Block);
}

function blockWords(block: Block | null): SideWords | null {
  if (block === null) return null;
  const pictures = picturesOfBlock(block).map(({ media, alt }) => ({ source: mediaPath(media), alt }));
  return { text: textOfBlock(block), pictures };
}

function fieldWords(
  field: FieldClash['field'],
  value: PostFields[FieldClash['field']],
  nameOf: (code: string) => string,
): SideWords | null {
  if (field === 'cover') {
    const cover = value as Cover | null;
    return cover && { text: cover.alt, pictures: [{ source: mediaPath(cover.media), alt: cover.alt }] };
  }
  if (value === null) return null;
  const words = field === 'categories' ? (value as string[]).map(nameOf) : value;
  return { text: typeof words === 'string' ? words : (words as string[]).join(', '), pictures: [] };
}
