import { LIMITS } from '../../shared/content/index.ts';

/** The tags with what was typed added: split at commas, spaces joined, no tag twice, within the limits. */
export function addTags(tags: readonly string[], typed: string): string[] {
  const added = typed
    .normalize('NFC')
    .split(',')
    .map((tag) => tag.replace(/\s+/g, ' ').trim().slice(0, LIMITS.tagCharacters).trim())
    .filter((tag) => tag !== '');
  return [...new Set([...tags, ...added])].slice(0, LIMITS.tags);
}
