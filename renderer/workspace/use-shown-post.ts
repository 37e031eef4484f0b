import { useCallback, useRef, useState } from 'react';
import type { OpenJournals, ReadAhead } from '../document/index.ts';

export interface ShownPost {
  readonly post: string | null;
  /** Shows another post, or none, and leaves the one that is shown. Returns which that was. */
  readonly show: (next: string | null) => string | null;
  /** The post shown at this moment: what began a while ago may end over another one. */
  readonly now: () => string | null;
}

/** Which post the window shows. */
export function useShownPost(journals: Pick<OpenJournals, 'leave'>, ahead: Pick<ReadAhead, 'begin'>): ShownPost {
  const [post, setPost] = useState<string | null>(null);
  const shown = useRef<string | null>(null);
  const now = useCallback(() => shown.current, []);
  const show = useCallback(
    (next: string | null) => {
      const last = shown.current;
      // Before the last one is left, which may have a long text to mint.
      if (next !== null && next !== last) ahead.begin(next);
      if (last !== null && last !== next) void journals.leave(last);
      shown.current = next;
      setPost(next);
      return last;
    },
    [journals, ahead],
  );
  return { post, show, now };
}
