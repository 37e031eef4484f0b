import { useEffect } from 'react';
import { useClient } from '../connection/index.ts';
import type { Journal } from '../editor/index.ts';

/** A revision is minted after so long without a change (design 3). */
const IDLE_MS = 5 * 60_000;

/** Mints a revision of the open post after five minutes in which nothing was written. */
export function useIdleLeave(post: string, journal: Journal | null): void {
  const client = useClient();
  useEffect(() => {
    if (journal === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onIdle = (): void => {
      void journal
        .flush()
        .then(() => client.call('posts.leave', { post }))
        // The words are durable; the revision is then minted on leaving.
        .catch(() => undefined);
    };
    const stop = journal.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(onIdle, IDLE_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [client, journal, post]);
}
