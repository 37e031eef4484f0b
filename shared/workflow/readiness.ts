import { LIMITS, picturesOfBlock, type Revision, refusalOf, textOfBlocks } from '../content/index.ts';
import type { DenialCode } from './judge.ts';

/** What a post must have before it may be submitted (domain 1, 2.4: title, category, words, text for pictures). */
export function readinessProblems(
  post: Pick<Revision, 'title' | 'summary' | 'categories' | 'blocks' | 'cover'>,
): readonly DenialCode[] {
  const problems: DenialCode[] = [];
  if (post.title.trim() === '') problems.push('no_title');
  if (post.title.length > LIMITS.titleCharacters) problems.push('title_too_long');
  if (post.summary.length > LIMITS.summaryCharacters) problems.push('summary_too_long');
  if (post.blocks.length > LIMITS.blocks) problems.push('too_many_blocks');
  if (post.categories.length === 0) problems.push('no_category');
  if (textOfBlocks(post.blocks).trim() === '') problems.push('empty_body');
  if (!isEveryPictureDescribed(post)) problems.push('missing_alt');
  const refusals = post.blocks.flatMap((block) => refusalOf(block) ?? []);
  if (refusals.some(({ code }) => code === 'newer_version')) problems.push('newer_version');
  if (refusals.some(({ code }) => code !== 'newer_version')) problems.push('block_over_limit');
  return problems;
}

function isEveryPictureDescribed(post: Pick<Revision, 'blocks' | 'cover'>): boolean {
  if (post.cover && post.cover.alt.trim() === '') return false;
  return post.blocks.flatMap(picturesOfBlock).every(({ alt, decorative }) => decorative === true || alt.trim() !== '');
}
