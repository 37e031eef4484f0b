import { $isTableNode } from '@lexical/table';
import type { LexicalNode } from 'lexical';
import { LIMITS } from '../../shared/content/index.ts';
import { $isFigureNode } from './figure-node.tsx';
import { $isFileNode } from './file-node.tsx';
import { $isGalleryNode } from './gallery-node.tsx';
import { $lookOf, $setLook } from './table-rules.ts';
import { $isVideoNode } from './video-node.tsx';

/** Words of a block that stand in none of its text nodes. */
export interface BlockWords {
  /** Unlike that of any other words of the block. */
  readonly id: string;
  readonly part: WordPart;
  readonly text: string;
  /** UTF-16 units they may have. */
  readonly most: number;
  readonly $write: (text: string) => void;
}
export type WordPart = 'caption' | 'alt' | 'credit' | 'name';

const MOST = {
  caption: LIMITS.captionCharacters,
  alt: LIMITS.altCharacters,
  credit: LIMITS.captionCharacters,
  name: LIMITS.captionCharacters,
} as const satisfies Record<WordPart, number>;

/** Descriptions, captions, sources and names of a block, in reading order; none for a block of text. */
export function $wordsOfBlock(node: LexicalNode): BlockWords[] {
  if ($isTableNode(node)) {
    const look = $lookOf(node);
    return [words('caption', look.caption, (text) => $setLook(node, withWords(look, 'caption', text)))];
  }
  if ($isFigureNode(node)) {
    const value = node.getValue();
    return [
      words('alt', value.alt, (alt) => node.setValue({ ...node.getValue(), alt })),
      words('caption', value.caption, (text) => node.setValue(withWords(node.getValue(), 'caption', text))),
      words('credit', value.credit, (text) => node.setValue(withWords(node.getValue(), 'credit', text))),
    ];
  }
  if ($isGalleryNode(node)) {
    const { items, caption } = node.getValue();
    const $change = (id: string, change: (item: (typeof items)[number]) => (typeof items)[number]): void => {
      const value = node.getValue();
      node.setValue({ ...value, items: value.items.map((item) => (item.id === id ? change(item) : item)) });
    };
    return [
      ...items.flatMap(({ id, alt, caption: of }) => [
        words('alt', alt, (text) => $change(id, (item) => ({ ...item, alt: text })), `${id} alt`),
        words('caption', of, (text) => $change(id, (item) => withWords(item, 'caption', text)), `${id} caption`),
      ]),
      words('caption', caption, (text) => node.setValue(withWords(node.getValue(), 'caption', text))),
    ];
  }
  if ($isVideoNode(node))
    return [words('name', node.getValue().title, (title) => node.setValue({ ...node.getValue(), title }))];
  if ($isFileNode(node))
    return [words('name', node.getValue().title, (text) => node.setValue(withWords(node.getValue(), 'title', text)))];
  return [];
}

function words(
  part: WordPart,
  text: string | undefined,
  $write: (text: string) => void,
  id: string = part,
): BlockWords {
  return { id, part, text: text ?? '', most: MOST[part], $write };
}

/** What is empty is absent from the block. */
function withWords<Value extends object, Key extends keyof Value>(value: Value, key: Key, text: string): Value {
  const { [key]: _was, ...rest } = value;
  return (text === '' ? rest : { ...rest, [key]: text }) as Value;
}
