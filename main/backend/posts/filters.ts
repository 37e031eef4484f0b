import { type PostFilter, postFilterSchema } from '../../../shared/contract/index.ts';

/** What each filter asks of a row of `post`, as SQL. Each has a partial index in the lists' order. */
export const FILTER_SQL: Readonly<Record<PostFilter, string>> = {
  all: 'post.is_binned = 0',
  mine: 'post.is_mine = 1 AND post.is_binned = 0',
  my_turn: 'post.is_my_turn = 1',
  draft: "post.state IN ('draft', 'returned') AND post.is_binned = 0",
  in_review: "post.state IN ('submitted', 'appraised', 'approved', 'scheduled')",
  published: 'post.is_live = 1',
  look_again: "post.word = 'look_again'",
  bin: 'post.is_binned = 1',
};

export const FILTERS: readonly PostFilter[] = postFilterSchema.options;
