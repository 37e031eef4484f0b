import { LIMITS } from '../../shared/content/index.ts';

/** The tags with those that were typed, and what could not be taken in: one that is too long, or more than there may be. */
export interface AddedTags {
  readonly tags: string[];
  readonly left: readonly string[];
}

/** Adds what was typed: split at commas, spaces joined, no tag twice, within the limits. Nothing is cut. */
export function addTags(tags: readonly string[], typed: string): AddedTags {
  const added = [...tags];
  const left: string[] = [];
  for (const part of typed.normalize('NFC').split(',')) {
    const tag = part.replace(/\s+/g, ' ').trim();
    if (tag === '' || added.includes(tag)) continue;
    if (tag.length > LIMITS.tagCharacters || added.length >= LIMITS.tags) left.push(tag);
    else added.push(tag);
  }
  return { tags: added, left };
}
