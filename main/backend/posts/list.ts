import { type Output, type PostFilter, type PostRow, postFilterSchema } from '../../../shared/contract/index.ts';
import type { State } from '../../../shared/workflow/index.ts';
import type { Store } from '../store/index.ts';
import { matchExpression } from './search-text.ts';

/** Past this many hits a search is not counted on: nobody scrolls there, and counting would cost more than finding. */
const COUNTED_HITS = 1_000;

const FILTER_SQL: Readonly<Record<PostFilter, string>> = {
  all: '1',
  mine: 'post.is_mine = 1',
  my_turn: 'post.is_my_turn = 1',
  draft: "post.state IN ('draft', 'returned')",
  in_review: "post.state IN ('submitted', 'appraised', 'approved')",
  published: 'post.is_live = 1',
  look_again: "post.word = 'look_again'",
};

interface ListRow {
  readonly id: string;
  readonly title: string;
  readonly category: string | null;
  readonly cover: string | null;
  readonly state: State;
  readonly word: PostRow['word'];
  readonly is_mine: number;
  readonly is_live: number;
  readonly changed_at: string;
  readonly owner_name: string | null;
}

export interface ListQuery {
  readonly filter: PostFilter;
  readonly category: string | null;
  readonly query: string;
  readonly offset: number;
  readonly limit: number;
}

/**
 * One page of posts, newest first, unsent ones before all. With words to search, the index itself is walked newest
 * first, so that the first page costs the same however many posts match.
 */
export function listPosts(db: Store, wanted: ListQuery): Output<'posts.list'> {
  const match = matchExpression(wanted.query);
  if (match === null && wanted.query.trim() !== '') return { total: 0, rows: [] };
  const from = match === null ? 'post' : 'post_search CROSS JOIN post ON post.search_row = post_search.rowid';
  const where = [FILTER_SQL[wanted.filter]];
  if (match !== null) where.push('post_search MATCH @match');
  if (wanted.category !== null) where.push('post.id IN (SELECT post FROM post_category WHERE category = @category)');
  const condition = where.join(' AND ');
  const parameters = {
    ...(match === null ? {} : { match }),
    ...(wanted.category === null ? {} : { category: wanted.category }),
  };
  const rows = db
    .prepare<[object], ListRow>(
      `SELECT post.id, post.title, post.category, post.cover, post.state, post.word, post.is_mine, post.is_live,
              post.changed_at, member.name AS owner_name
       FROM ${from} LEFT JOIN member ON member.id = post.owner
       WHERE ${condition} ORDER BY ${match === null ? 'post.sort' : 'post_search.rowid'} DESC LIMIT @limit OFFSET @offset`,
    )
    .all({ ...parameters, limit: wanted.limit, offset: wanted.offset });
  const counted =
    match === null
      ? `SELECT count(*) AS total FROM post WHERE ${condition}`
      : `SELECT count(*) AS total FROM (SELECT 1 FROM ${from} WHERE ${condition} LIMIT ${COUNTED_HITS})`;
  const total = db.prepare<[object], { total: number }>(counted).get(parameters)?.total ?? 0;
  return { total, rows: rows.map(toPostRow) };
}

/** How many posts each filter holds. */
export function countPosts(db: Store): Record<PostFilter, number> {
  const counts = postFilterSchema.options.map((filter) => {
    const row = db
      .prepare<[], { total: number }>(`SELECT count(*) AS total FROM post WHERE ${FILTER_SQL[filter]}`)
      .get();
    return [filter, row?.total ?? 0] as const;
  });
  return Object.fromEntries(counts) as Record<PostFilter, number>;
}

function toPostRow(row: ListRow): PostRow {
  return {
    post: row.id,
    title: row.title,
    category: row.category,
    state: row.state,
    isLive: row.is_live === 1,
    word: row.word,
    ownerName: row.owner_name ?? '',
    isMine: row.is_mine === 1,
    changedAt: row.changed_at,
    cover: row.cover,
  };
}
