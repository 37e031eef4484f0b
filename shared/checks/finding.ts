import type { Block, PostFields } from '../content/index.ts';
import type { CheckLevel, CheckRule } from './rules.ts';

/**
 * Where a finding is. In a block, `start` and `end` count the characters of its text nodes in reading order, without line
 * breaks and borders between items or cells; absent, the finding is about the block as a whole.
 */
export type Place =
  | { readonly field: 'title' | 'summary' | 'cover'; readonly start?: number; readonly end?: number }
  | { readonly block: string; readonly start?: number; readonly end?: number };

export interface Finding {
  readonly rule: CheckRule;
  readonly level: CheckLevel;
  readonly place: Place;
  /** The words found, '' when it is about what is missing. */
  readonly words: string;
  /** What to write in their place, where that is sure. */
  readonly replacement?: string;
}

/** What is checked: the post as it is written now. */
export interface Checked extends Pick<PostFields, 'title' | 'summary' | 'cover'> {
  readonly blocks: readonly Block[];
  readonly language: 'vi' | 'en';
}

/** What this person and this unit let through: words in lower case NFC, phone numbers as digits from 0 on. */
export interface LetThrough {
  readonly words: ReadonlySet<string>;
  readonly phones: ReadonlySet<string>;
}

export const NOTHING_LET_THROUGH: LetThrough = { words: new Set(), phones: new Set() };

/** A match in one run of text, before its place in the post is known. */
export interface Match {
  readonly rule: CheckRule;
  readonly start: number;
  readonly end: number;
  readonly replacement?: string;
}
