import { existsSync, readFileSync } from 'node:fs';
import { samplePosts } from '../../build/sample/posts/index.ts';
import { findMisspellings, isSyllable } from '../../shared/vietnamese/index.ts';
import { printFigure } from './figures.ts';
import { isImpossible, slipsOf } from './slips.ts';

/**
 * `spelling`: false alarms on the sample posts, whose words are all right, and how many impossible one-letter slips of
 * their syllables are found. With Debian's `hunspell-vi` installed it also counts, as `unlisted_found_percent`, the slips
 * that no word of that list is: a harder measure, since such a slip may follow every rule and only happen to be no word.
 */
const LIST = '/usr/share/hunspell/vi_VN.dic';

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const texts = samplePosts.flatMap(({ title, summary, byline, cover, tags, body }) =>
  textsIn([title, summary, byline, cover?.alt ?? '', tags, body]),
);
const syllables = texts.flatMap((text) => text.match(/[\p{L}\p{M}]+/gu) ?? []);
const alarms = texts.flatMap((text) => findMisspellings(text));
const share = (part: number, whole: number): number => Math.round((part / whole) * 10_000) / 100;

const listed = existsSync(LIST)
  ? new Set(
      readFileSync(LIST, 'utf8')
        .split('\n')
        .map((line) => (line.split('/')[0] ?? '').trim().normalize('NFC').toLowerCase()),
    )
  : null;
const seen = new Set(syllables.map((word) => word.normalize('NFC').toLowerCase()).filter((word) => isSyllable(word)));
const counts = { impossible: 0, found: 0, unlisted: 0, unlistedFound: 0 };
for (const word of seen)
  for (const slip of slipsOf(word)) {
    if ([...slip].length < 2) continue;
    const isFound = findMisspellings(slip).length > 0;
    if (isImpossible(slip)) {
      counts.impossible += 1;
      if (isFound) counts.found += 1;
    }
    if (listed !== null && !listed.has(slip)) {
      counts.unlisted += 1;
      if (isFound) counts.unlistedFound += 1;
    }
  }

printFigure('spelling', 'sample_posts', {
  syllables: syllables.length,
  false_alarms: alarms.length,
  false_alarms_per_500_syllables: share(alarms.length * 5, syllables.length),
});
printFigure('spelling', 'one_letter_slips', {
  impossible_slips: counts.impossible,
  found_percent: share(counts.found, counts.impossible),
  ...(listed === null
    ? {}
    : { unlisted_slips: counts.unlisted, unlisted_found_percent: share(counts.unlistedFound, counts.unlisted) }),
});
