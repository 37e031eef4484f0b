import { type Block, picturesOfBlock, textOfBlock } from '../../shared/content/index.ts';
import { countWords } from '../../shared/vietnamese/index.ts';
import type { BodyChange } from './journal.ts';

/** What is written in the editor: where it starts from when it is opened. */
export interface Writing {
  readonly title: string;
  readonly summary: string;
  readonly blocks: readonly Block[];
}

/** How much a body holds: words as Vietnamese counts them (parts between spaces), blocks, pictures. */
export interface BodySize {
  readonly words: number;
  readonly blocks: number;
  readonly pictures: number;
}

/**
 * The writing as it is now, kept by the same changes that go to the journal. If the editor must be opened anew, it
 * starts from here: an older text would overwrite a newer one with the next key.
 */
export interface Mirror {
  readonly now: () => Writing;
  readonly size: () => BodySize;
  readonly updateField: (field: 'title' | 'summary', text: string) => void;
  readonly updateBody: (change: BodyChange) => void;
  /** Calls the listener when {@link size} has changed; returns the function that stops it. */
  readonly subscribe: (listener: () => void) => () => void;
}

interface Part {
  readonly block: Block;
  readonly words: number;
  readonly pictures: number;
}

export function createMirror(start: Writing): Mirror {
  const fields = { title: start.title, summary: start.summary };
  const parts = new Map(start.blocks.map((block) => [block.id, partOf(block)]));
  let order: readonly string[] = start.blocks.map((block) => block.id);
  let size = sizeOf(parts);
  const listeners = new Set<() => void>();

  return {
    now: () => ({ ...fields, blocks: order.flatMap((id) => parts.get(id)?.block ?? []) }),
    size: () => size,
    updateField: (field, text) => {
      fields[field] = text;
    },
    updateBody: (change) => {
      for (const block of change.blocks) parts.set(block.id, partOf(block));
      if (change.order !== null) {
        order = change.order;
        const present = new Set(order);
        for (const id of parts.keys()) if (!present.has(id)) parts.delete(id);
      }
      const next = sizeOf(parts);
      if (next.words === size.words && next.blocks === size.blocks && next.pictures === size.pictures) return;
      size = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function partOf(block: Block): Part {
  const words = block.type === 'figure' ? 0 : countWords(textOfBlock(block));
  return { block, words, pictures: picturesOfBlock(block).length };
}

function sizeOf(parts: ReadonlyMap<string, Part>): BodySize {
  let words = 0;
  let pictures = 0;
  for (const part of parts.values()) {
    words += part.words;
    pictures += part.pictures;
  }
  return { words, pictures, blocks: parts.size };
}
