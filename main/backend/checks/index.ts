import type { Output } from '../../../shared/contract/index.ts';
import { letThroughSchema } from '../../../shared/contract/index.ts';
import { readSetting, type Store, writeSetting } from '../store/index.ts';

type LetThrough = Output<'checks.letThrough'>;

/** What the person of this data folder lets through in checks. */
export function readLetThrough(db: Store): LetThrough {
  return readSetting(db, 'letThrough', letThroughSchema) ?? { words: [], phones: [] };
}

/** Adds words and phone numbers; each is kept once. @throws when the list would be longer than the contract allows. */
export function addLetThrough(db: Store, more: LetThrough): LetThrough {
  const kept = readLetThrough(db);
  const joined = letThroughSchema.parse({
    words: [...new Set([...kept.words, ...more.words])],
    phones: [...new Set([...kept.phones, ...more.phones])],
  });
  writeSetting(db, 'letThrough', joined);
  return joined;
}
