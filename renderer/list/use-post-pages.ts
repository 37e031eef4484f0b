import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { Input } from '../../shared/contract/index.ts';
import { useClient, usePostsChanged, useReconnected } from '../connection/index.ts';
import { createPostPages, type PostPages, type PostPagesState } from './post-pages.ts';

export type ListQuery = Pick<Input<'posts.list'>, 'filter' | 'category' | 'query'>;

/**
 * The pages of a query, kept fresh. While the first page of a new query is on its way the last query's rows stay, so
 * that typing in the search box does not make the list blink.
 */
export function usePostPages(query: ListQuery): { pages: PostPages; state: PostPagesState; isOld: boolean } {
  const client = useClient();
  const { filter, category, query: words } = query;
  const pages = useMemo(
    () =>
      createPostPages((offset, limit) => client.call('posts.list', { filter, category, query: words, offset, limit })),
    [client, filter, category, words],
  );
  const state = useSyncExternalStore(pages.subscribe, pages.state);
  const last = useRef(state);
  useEffect(() => pages.show(0, 0), [pages]);
  useEffect(() => {
    if (state.total !== null) last.current = state;
  }, [state]);
  usePostsChanged(pages.refresh);
  useReconnected(pages.refresh);
  const isOld = state.total === null && state.error === null && last.current.total !== null;
  return { pages, state: isOld ? last.current : state, isOld };
}
