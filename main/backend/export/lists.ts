import { type ILevelsOptions, LevelFormat, Paragraph } from 'docx';
import type { ListItem } from '../../../shared/content/index.ts';
import { wordsOfDocument } from './words.ts';

/** Word knows nine depths of a list; what is deeper stands at the ninth. */
const DEEPEST = 8;

/** How one numbered list counts. */
export interface Numbering {
  readonly reference: string;
  readonly levels: ILevelsOptions[];
}

/** The lists of one document: each numbered one counts for itself. */
export interface Lists {
  readonly numberings: readonly Numbering[];
  readonly paragraphs: (ordered: boolean, items: readonly ListItem[], start?: number) => Paragraph[];
}

export function createLists(): Lists {
  const numberings: Numbering[] = [];
  const begin = (start: number, level: number): string => {
    const reference = `list-${numberings.length + 1}`;
    const levels = Array.from({ length: DEEPEST + 1 }, (_level, depth) => ({
      ...{ level: depth, format: LevelFormat.DECIMAL, text: `%${depth + 1}.`, start: depth === level ? start : 1 },
      style: { paragraph: { indent: { left: 720 * (depth + 1), hanging: 360 } } },
    }));
    numberings.push({ reference, levels });
    return reference;
  };
  const lay = (ordered: boolean, items: readonly ListItem[], depth: number, start = 1): Paragraph[] => {
    const level = Math.min(depth, DEEPEST);
    const place = ordered ? { numbering: { reference: begin(start, level), level } } : { bullet: { level } };
    return items.flatMap(({ children, nested }) => [
      new Paragraph({ children: wordsOfDocument(children), ...place }),
      ...(nested === undefined ? [] : lay(nested.ordered, nested.items, depth + 1)),
    ]);
  };
  return { numberings, paragraphs: (ordered, items, start) => lay(ordered, items, 0, start) };
}
