import { asKnownBlock, picturesOfBlock, plainText, textOfBlock } from '../content/index.ts';
import { speaksOfChildren } from './children.ts';
import { type Checked, type Finding, type LetThrough, type Match, NOTHING_LET_THROUGH, type Place } from './finding.ts';
import { lostZerosOf } from './lost-zero.ts';
import { privacyIn } from './privacy.ts';
import { isPupilList, pupilListIn } from './pupils.ts';
import { readableOf } from './readable.ts';
import { readersOfBody, readersOfFields } from './readers.ts';
import { CHECK_RULES, type CheckRule, MOST_FINDINGS } from './rules.ts';
import { stampsIn } from './secrecy.ts';
import { houseStyle, spellingIn, typographyIn } from './typography.ts';

const LEVELS = ['block', 'warn', 'remind'] as const;

/**
 * Everything worth saying about a post, the gravest first, then in reading order; {@link MOST_FINDINGS} at most. Pure, the
 * same for the same text, linear in its length. Vietnamese spelling and tones are judged in Vietnamese posts only.
 */
export function checkPost(post: Checked, letThrough: LetThrough = NOTHING_LET_THROUGH): Finding[] {
  const found: Finding[] = [];
  const add = (rule: CheckRule, place: Place, words = '', replacement?: string): void => {
    found.push({
      rule,
      level: CHECK_RULES[rule].level,
      place,
      words,
      ...(replacement === undefined ? {} : { replacement }),
    });
  };
  const bodies = post.blocks.map((block) => ({ block, plain: plainText(block), caption: captionWords(block) }));
  const isVietnamese = post.language === 'vi';
  const texts = [
    post.title,
    post.summary,
    post.cover?.alt ?? '',
    ...bodies.flatMap(({ plain, caption }) => [plain.text, caption]),
  ];
  const house = isVietnamese ? houseStyle(texts) : null;
  const guardedIn = (text: string): Match[] => {
    const { text: shown, toSource } = readableOf(text);
    return [...stampsIn(shown), ...privacyIn(shown, letThrough.phones)].map((match) => ({
      ...match,
      start: toSource(match.start),
      end: toSource(match.end),
    }));
  };
  const matches = (text: string): Match[] =>
    text === ''
      ? []
      : [
          ...guardedIn(text),
          ...typographyIn(text, house),
          ...(isVietnamese ? spellingIn(text, letThrough.words) : []),
        ].toSorted(byPlace);

  for (const { rule, place, words } of readersOfFields(post)) add(rule, place, words);
  for (const field of ['title', 'summary'] as const)
    for (const { rule, start, end, replacement } of matches(post[field]))
      add(rule, { field, start, end }, post[field].slice(start, end), replacement);
  const shown = post.cover?.alt ?? '';
  for (const { rule, start, end } of matches(shown)) add(rule, { field: 'cover' }, shown.slice(start, end));
  if (speaksOfChildren(shown)) add('child_face', { field: 'cover' });

  for (const { rule, place, words } of readersOfBody(post.blocks)) add(rule, place, words);
  const lines = bodies
    .filter(({ block }) => block.type !== 'table')
    .flatMap(({ block, plain }) =>
      readableOf(plain.text)
        .text.split('\n')
        .map((line) => ({ block, line })),
    );
  const heading = pupilListIn(
    lines.map(({ line }) => line),
    false,
  );
  if (heading !== null) add('score_list', { block: lines[heading]?.block.id ?? '' });
  for (const { block, plain, caption } of bodies) {
    const inText = [...matches(plain.text), ...lostZerosOf(block, letThrough.phones)];
    for (const { rule, start, end, replacement } of inText.toSorted(byPlace)) {
      const place = { block: block.id, start: plain.toNodes(start), end: plain.toNodes(end) };
      add(rule, place, plain.text.slice(start, end), replacement);
    }
    if (isPupilList(block)) add('score_list', { block: block.id });
    for (const { rule, start, end } of matches(caption)) add(rule, { block: block.id }, caption.slice(start, end));
    if (picturesOfBlock(block).length > 0 && speaksOfChildren(caption)) add('child_face', { block: block.id });
  }
  return LEVELS.flatMap((level) => found.filter((finding) => finding.level === level)).slice(0, MOST_FINDINGS);
}

function byPlace(one: Match, other: Match): number {
  return one.start - other.start;
}

/** The words of a block that are in none of its text nodes: descriptions, captions, credits. */
function captionWords(block: Parameters<typeof asKnownBlock>[0]): string {
  const known = asKnownBlock(block);
  if (known?.type === 'table') return known.caption ?? '';
  return CAPTIONED.has(known?.type ?? '') ? textOfBlock(block) : '';
}

const CAPTIONED: ReadonlySet<string> = new Set(['figure', 'gallery', 'video', 'file']);

/** Why a post must not be handed on; each has a sentence under `workflow.denied.CODE`. */
export type SecrecyProblem = 'state_secret' | 'pupil_list' | 'national_id';

/**
 * Why a post must not be handed on, or `null`: a secrecy stamp, a list of pupils, a personal number. It is what the
 * finding of level `block` says, as a reason for a disabled button; missing descriptions have one of their own.
 */
export function secrecyProblem(post: Omit<Checked, 'language'>): SecrecyProblem | null {
  // Spelling is the dear part, and blocks nothing.
  const rules = new Set(checkPost({ ...post, language: 'en' }).map(({ rule }) => rule));
  if (rules.has('state_secret')) return 'state_secret';
  if (rules.has('score_list')) return 'pupil_list';
  return rules.has('national_id') ? 'national_id' : null;
}
