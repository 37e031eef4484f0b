import { hashText } from '../../shared/content/index.ts';

/** A UUIDv8 that follows from words, with the time of another id. */
export function timedId(time: string, words: string): string {
  const hash = hashText(words);
  const variant = '89ab'[Number.parseInt(hash[3] ?? '0', 16) % 4];
  return `${time.slice(0, 13)}-8${hash.slice(0, 3)}-${variant}${hash.slice(4, 7)}-${hash.slice(7, 19)}`;
}
