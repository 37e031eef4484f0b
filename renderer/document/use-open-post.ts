import { useCallback, useEffect, useRef, useState } from 'react';
import type { PostDetails } from '../../shared/contract/index.ts';
import { useClient, useEvent, useReconnected } from '../connection/index.ts';
import type { OpenJournals } from './open-journals.ts';
import type { ReadAhead } from './read-ahead.ts';
import type { Turn } from './use-writing-turn.ts';

/** Changes to the open post are read once they pause. */
const PAUSE_MS = 300;
/** So are the words being written here: for the checks, the preview and what can be done. */
const WRITING_PAUSE_MS = 1_200;

export interface OpenPost {
  readonly details: PostDetails | null;
  /** Whose turn it was to write when the details were asked for. */
  readonly readIn: Turn;
  readonly error: unknown;
  /** Reads the details again; the working copy under the cursor is not touched. */
  readonly reload: () => Promise<void>;
}

/** The details of one post, kept fresh while it is open. */
export function useOpenPost(post: string, journals: OpenJournals, ahead: ReadAhead, turn: Turn): OpenPost {
  const client = useClient();
  const [{ details, readIn }, setRead] = useState<Pick<OpenPost, 'details' | 'readIn'>>({
    details: null,
    readIn: 'unknown',
  });
  const [error, setError] = useState<unknown>(null);
  const newest = useRef(0);

  const reload = useCallback(async () => {
    // What is read before it is known who writes could be old by then: that which was read ahead is looked at again.
    if (turn === 'unknown') return;
    newest.current += 1;
    const number = newest.current;
    try {
      await journals.whenLeft(post);
      const next = (await ahead.take(post)) ?? (await client.call('posts.open', { post }));
      if (number !== newest.current) return;
      setRead({ details: next, readIn: turn });
      setError(null);
    } catch (failure) {
      if (number === newest.current) setError(failure);
    }
  }, [client, journals, ahead, post, turn]);

  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const cancel = useCallback(() => {
    clearTimeout(pause.current);
    newest.current += 1;
  }, []);
  useEffect(() => {
    void reload();
    return cancel;
  }, [reload, cancel]);
  useReconnected(() => void reload());
  const reloadAfter = useCallback(
    (milliseconds: number) => {
      clearTimeout(pause.current);
      pause.current = setTimeout(() => void reload(), milliseconds);
    },
    [reload],
  );
  useEvent('posts.changed', ({ posts }) => {
    if (posts === null || posts.includes(post)) reloadAfter(PAUSE_MS);
  });
  // What is done online alone becomes possible, or impossible, when the line comes and goes.
  const isOnline = useRef<boolean | null>(null);
  useEvent('sync.changed', ({ state }) => {
    const isNow = state === 'idle' || state === 'syncing';
    if (isOnline.current !== isNow) reloadAfter(PAUSE_MS);
    isOnline.current = isNow;
  });
  useEffect(() => journals.onWritten(post, () => reloadAfter(WRITING_PAUSE_MS)), [journals, post, reloadAfter]);
  return { details, readIn, error, reload };
}
