import type { PostDetails } from '../../shared/contract/index.ts';

const UNDER_REVIEW: readonly PostDetails['state'][] = ['submitted', 'appraised', 'approved', 'scheduled'];

/**
 * Whether the window offers the post for writing. While a post is under review its author reads what others decide on;
 * to go on writing, the author recalls it first, so that nobody works on words that no one will see.
 */
export function isWritable({ mode, state }: Pick<PostDetails, 'mode' | 'state'>): boolean {
  return mode === 'edit' && !UNDER_REVIEW.includes(state);
}

/** Whether the post is the person's own and waits for the decision of others. */
export function isAwaitingReview({ state, actions }: Pick<PostDetails, 'state' | 'actions'>): boolean {
  return UNDER_REVIEW.includes(state) && actions.some(({ name, allowed }) => name === 'recall' && allowed);
}
