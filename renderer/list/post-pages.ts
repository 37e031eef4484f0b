import type { PostRow } from '../../shared/contract/index.ts';

/** Rows asked for at once. The first page alone paints the list, whatever the number of posts. */
export const PAGE_ROWS = 100;

export interface PostPagesState {
  /** Rows of the whole list; `null` until the first page is there. */
  readonly total: number | null;
  readonly error: unknown;
  readonly pages: ReadonlyMap<number, readonly PostRow[]>;
}

/** A long list of which only the pages that were looked at are here. */
export interface PostPages {
  readonly state: () => PostPagesState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Tells which rows are in sight (indexes, both included); pages that are missing are read. */
  readonly show: (first: number, last: number) => void;
  /** Reads again what is in sight and forgets the rest; what is shown stays until the answer is there. */
  readonly refresh: () => void;
}

/** Pages of one query. `load` reads rows from an offset. */
export function createPostPages(
  load: (offset: number, limit: number) => Promise<{ total: number; rows: readonly PostRow[] }>,
): PostPages {
  const listeners = new Set<() => void>();
  const loading = new Set<number>();
  let state: PostPagesState = { total: null, error: null, pages: new Map() };
  let inSight: readonly number[] = [0];
  let stale = new Set<number>();
  let round = 0;

  const change = (next: Partial<PostPagesState>): void => {
    state = { ...state, ...next };
    for (const listener of [...listeners]) listener();
  };

  const read = (page: number): void => {
    if (loading.has(page)) return;
    loading.add(page);
    const asked = round;
    load(page * PAGE_ROWS, PAGE_ROWS).then(
      ({ total, rows }) => {
        loading.delete(page);
        // The list changed after the question: ask again, but show this meanwhile.
        if (asked === round) stale.delete(page);
        else if (inSight.includes(page)) read(page);
        change({ total, error: null, pages: new Map(state.pages).set(page, rows) });
      },
      (error: unknown) => {
        loading.delete(page);
        change({ error });
      },
    );
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show: (first, last) => {
      inSight = range(Math.floor(first / PAGE_ROWS), Math.floor(last / PAGE_ROWS));
      for (const page of inSight) if (!state.pages.has(page) || stale.has(page)) read(page);
    },
    refresh: () => {
      round += 1;
      const kept = [...state.pages].filter(([page]) => inSight.includes(page));
      state = { ...state, pages: new Map(kept) };
      stale = new Set(inSight);
      for (const page of inSight) read(page);
    },
  };
}

/** The row at an index of the whole list, or `undefined` while its page is not here. */
export function rowAt(state: PostPagesState, index: number): PostRow | undefined {
  return state.pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS];
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}
