import { type Block, fileOfBlock, picturesOfBlock, textOfBlock, utf8Length } from '../../shared/content/index.ts';
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
  /**
   * Thousands of bytes that a revision of it takes at most, whatever else it says of the post and its files: what is
   * measured when one is minted. 0 until the window was idle once: a post opens sooner without.
   */
  readonly kilobytes: number;
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
  /** Calls the listener, not within a key, when {@link size} has changed; returns the function that stops it. */
  readonly subscribe: (listener: () => void) => () => void;
}

interface Part {
  readonly block: Block;
  /** `null` until the block is counted: that waits while keys come. */
  counts: Pick<BodySize, 'words' | 'pictures'> | null;
  bytes: number | null;
}

/** Bytes of a revision beside its blocks: fields, tags, names and dates, each as long as it may be. */
const BESIDE_BLOCKS = 20_000;
/** Bytes of what a revision says of one picture or file, its name as long as it may be. */
const OF_ONE_FILE = 1_000;

/** After a key the words are counted again once the window is idle, or after this long. */
const PATIENCE_MS = 400;
const whenIdle = (then: () => void): void => void requestIdleCallback(then, { timeout: PATIENCE_MS });

/** @param later runs a function once nothing more urgent is to do */
export function createMirror(start: Writing, later: (then: () => void) => void = whenIdle): Mirror {
  const fields = { title: start.title, summary: start.summary };
  const parts = new Map<string, Part>(start.blocks.map((block) => [block.id, { block, counts: null, bytes: null }]));
  let order: readonly string[] = start.blocks.map((block) => block.id);
  let size: BodySize = { words: 0, pictures: 0, blocks: 0, kilobytes: 0 };
  let kilobytes = 0;
  let isAsked = false;
  const listeners = new Set<() => void>();

  /** Counts what has not been. The same object as long as nothing is counted differently. */
  const sizeNow = (): BodySize => {
    const next: BodySize = { ...sizeOf(parts), kilobytes };
    const names = Object.keys(next) as (keyof BodySize)[];
    if (names.some((name) => next[name] !== size[name])) size = next;
    return size;
  };
  const count = (): void => {
    isAsked = false;
    const before = size;
    kilobytes = kilobytesOf(parts);
    if (sizeNow() !== before) for (const listener of listeners) listener();
  };

  const ask = (): void => {
    if (isAsked) return;
    isAsked = true;
    later(count);
  };

  return {
    now: () => ({ ...fields, blocks: order.flatMap((id) => parts.get(id)?.block ?? []) }),
    size: sizeNow,
    updateField: (field, text) => {
      fields[field] = text;
    },
    updateBody: (change) => {
      for (const block of change.blocks) parts.set(block.id, { block, counts: null, bytes: null });
      if (change.order !== null) {
        order = change.order;
        const present = new Set(order);
        for (const id of parts.keys()) if (!present.has(id)) parts.delete(id);
      }
      ask();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      ask();
      return () => listeners.delete(listener);
    },
  };
}

function sizeOf(parts: ReadonlyMap<string, Part>): Omit<BodySize, 'kilobytes'> {
  let words = 0;
  let pictures = 0;
  for (const part of parts.values()) {
    part.counts ??= countsOf(part.block);
    words += part.counts.words;
    pictures += part.counts.pictures;
  }
  return { words, pictures, blocks: parts.size };
}

function countsOf(block: Block): Pick<BodySize, 'words' | 'pictures'> {
  const words = block.type === 'figure' ? 0 : countWords(textOfBlock(block));
  return { words, pictures: picturesOfBlock(block).length };
}

function kilobytesOf(parts: ReadonlyMap<string, Part>): number {
  let bytes = BESIDE_BLOCKS;
  for (const part of parts.values()) {
    part.bytes ??= bytesOf(part.block);
    bytes += part.bytes;
  }
  return Math.ceil(bytes / 1_000);
}

/** Of the block itself and the comma behind it, in the canonical form at most; and of the files that it names. */
function bytesOf(block: Block): number {
  const files = picturesOfBlock(block).length + (fileOfBlock(block) === null ? 0 : 1);
  return utf8Length(JSON.stringify(block)) + 1 + files * OF_ONE_FILE;
}
