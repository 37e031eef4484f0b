import { focusSchema, type Language } from '../../../shared/content/index.ts';
import type { Output, PostFilter, PostRow } from '../../../shared/contract/index.ts';
import type { State } from '../../../shared/workflow/index.ts';
import type { Store } from '../store/index.ts';
import type { Desk } from './desk.ts';
import { FILTER_SQL, FILTERS } from './filters.ts';
import { matchExpression } from './search-text.ts';
import { workerOf } from './work.ts';

/** Past this many, hits of a search and posts of a list are not counted on: nobody scrolls there, one searches. */
const COUNTED_HITS = 300;
const COUNTED_POSTS = 10_000;

const IS_UNDER_REVIEW: ReadonlySet<State> = new Set<State>(['submitted', 'appraised']);

interface ListRow {
  readonly id: string;
  readonly language: Language;
  readonly title: string;
  readonly category: string | null;
  readonly cover: string | null;
  readonly cover_focus: string | null;
  readonly is_cover_here: number | null;
  readonly state: State;
  readonly word: PostRow['word'];
  readonly is_mine: number;
  readonly is_live: number;
  readonly changed_at: string;
  readonly owner_name: string | null;
  readonly status: string;
  readonly kind: PostRow['kind'];
}

export interface ListQuery {
  readonly filter: PostFilter;
  readonly category: string | null;
  readonly query: string;
  readonly offset: number;
  readonly limit: number;
}

/**
 * One page of posts, newest first, unsent ones before all. Always walks one index in the order shown (the filter's, the
 * category's, or the search's), so that the first page costs the same however many posts there are.
 */
export function listPosts(desk: Desk, wanted: ListQuery): Output<'posts.list'> {
  const { db } = desk;
  const match = matchExpression(wanted.query, (word) => isIndexedWord(db, word));
  if (match === null && wanted.query.trim() !== '') return { total: 0, rows: [] };
  const { source, found, join, order, most } = planOf(wanted, match !== null);
  const parameters = {
    ...(match === null ? {} : { match }),
    ...(wanted.category === null ? {} : { category: wanted.category }),
    ...(found.includes('@filter') ? { filter: wanted.filter } : {}),
  };
  const rows = db
    .prepare<[object], ListRow>(
      `SELECT post.id, post.language, post.title, post.category, post.cover, post.cover_focus, post.state, post.word, post.is_mine,
              post.is_live, post.changed_at, post.status, post.kind, member.name AS owner_name,
              (SELECT is_here FROM media WHERE hash = post.cover) AS is_cover_here
       FROM ${source}${join} LEFT JOIN member ON member.id = post.owner
       WHERE ${found} ORDER BY ${order} DESC LIMIT @limit OFFSET @offset`,
    )
    .all({ ...parameters, limit: wanted.limit, offset: wanted.offset });
  const counted = `SELECT count(*) AS total FROM (SELECT 1 FROM ${source} WHERE ${found} LIMIT ${most})`;
  const total = db.prepare<[object], { total: number }>(counted).get(parameters)?.total;
  return { total: total ?? 0, rows: rows.map((row) => toPostRow(desk, row)) };
}

/** One way to answer a query: SQL for where the hits are, what makes one, and how to get from a hit to its post. */
interface Plan {
  readonly source: string;
  readonly found: string;
  readonly join: string;
  readonly order: string;
  /** Hits are counted up to here. */
  readonly most: number;
}

function planOf({ filter, category }: ListQuery, isSearch: boolean): Plan {
  if (isSearch) {
    const inCategory =
      ' AND EXISTS (SELECT 1 FROM post_category AS c WHERE c.post = post.number AND c.category = @category)';
    const isPlain = filter === 'all' && category === null;
    const join = ' CROSS JOIN post ON post.search_row = post_search.rowid';
    return {
      source: isPlain ? 'post_search' : `post_search${join}`,
      // What is in the bin has no words in the index.
      found: `post_search MATCH @match${isPlain ? '' : ` AND ${FILTER_SQL[filter]}`}${category === null ? '' : inCategory}`,
      join: isPlain ? join : '',
      order: 'post_search.rowid',
      most: COUNTED_HITS,
    };
  }
  if (category !== null)
    return {
      source: 'post_category',
      found: 'post_category.category = @category AND post_category.filter = @filter',
      join: ' CROSS JOIN post ON post.number = post_category.post',
      order: 'post_category.sort',
      most: COUNTED_POSTS,
    };
  return { source: 'post', found: FILTER_SQL[filter], join: '', order: 'post.sort', most: COUNTED_POSTS };
}

function isIndexedWord(db: Store, word: string): boolean {
  return db.prepare('SELECT 1 FROM post_search WHERE post_search MATCH ? LIMIT 1').get(`"${word}"`) !== undefined;
}

/** How many posts each filter holds. */
export function countPosts(db: Store): Record<PostFilter, number> {
  const counts = FILTERS.map((filter) => {
    const row = db
      .prepare<[], { total: number }>(`SELECT count(*) AS total FROM post WHERE ${FILTER_SQL[filter]}`)
      .get();
    return [filter, row?.total ?? 0] as const;
  });
  return Object.fromEntries(counts) as Record<PostFilter, number>;
}

function toPostRow(desk: Desk, row: ListRow): PostRow {
  return {
    post: row.id,
    language: row.language,
    title: row.title,
    category: row.category,
    state: row.state,
    isLive: row.is_live === 1,
    word: row.word,
    ownerName: row.owner_name ?? '',
    isMine: row.is_mine === 1,
    changedAt: row.changed_at,
    cover: coverOf(row),
    worker: IS_UNDER_REVIEW.has(row.state) ? workerOf(desk, row.status) : null,
    kind: row.kind,
  };
}

function coverOf({ cover, cover_focus: focus, is_cover_here: isHere }: ListRow): PostRow['cover'] {
  if (cover === null) return null;
  return {
    hash: cover,
    isHere: isHere === 1,
    ...(focus === null ? {} : { focus: focusSchema.parse(JSON.parse(focus)) }),
  };
}
