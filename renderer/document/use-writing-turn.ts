import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { OpenJournals } from './open-journals.ts';

/** Who writes a post that may be open in several windows: `ours`, another window (`theirs`), or not known yet. */
export type Turn = 'unknown' | 'ours' | 'theirs';

export interface WritingTurn {
  readonly turn: Turn;
  /** Asks the window that writes for the post. It gives it over once its last word is durable. */
  readonly takeOver: () => void;
}

/**
 * One window at a time writes a post: the one that holds the browser's lock of it, which a window that is closed or
 * crashes lets go of. The others read, and wait: whoever asks gets it next, the others when it is free. A window that
 * gives a post over first stops taking keys, then waits until its words are durable and minted, and only then lets go.
 */
export function useWritingTurn(post: string, journals: OpenJournals): WritingTurn {
  const [turn, setTurn] = useState<Turn>('unknown');
  const ask = useRef<() => void>(() => undefined);

  useEffect(() => {
    const name = `writing ${post}`;
    const channel = new BroadcastChannel(name);
    let isGone = false;
    let letGo: (() => void) | null = null;
    let waiting: AbortController | null = null;

    /** Holds the lock until `letGo` is called. */
    const hold = (): Promise<void> =>
      new Promise<void>((resolve) => {
        letGo = () => {
          letGo = null;
          resolve();
        };
        if (isGone) letGo();
        else setTurn('ours');
      });
    const waitForIt = (): void => {
      const aborter = new AbortController();
      waiting = aborter;
      navigator.locks
        .request(name, { signal: aborter.signal }, () => {
          waiting = null;
          return hold();
        })
        // Given up: the window leaves the post, or stands back for another.
        .catch(() => undefined);
    };
    const begin = async (): Promise<void> => {
      await journals.whenLeft(post);
      if (isGone) return;
      await navigator.locks.request(name, { ifAvailable: true }, (lock) => {
        if (isGone) return undefined;
        if (lock !== null) return hold();
        setTurn('theirs');
        waitForIt();
        return undefined;
      });
    };
    channel.onmessage = () => {
      if (letGo !== null) {
        const release = letGo;
        // From here on no key reaches the journal, so that leaving it waits for the last one.
        flushSync(() => setTurn('theirs'));
        void journals.leave(post).then(() => {
          waitForIt();
          release();
        });
      } else if (waiting !== null) {
        // Whoever asked goes first.
        waiting.abort();
        waitForIt();
      }
    };
    ask.current = () => channel.postMessage('ask');
    void begin();

    return () => {
      isGone = true;
      channel.close();
      waiting?.abort();
      // Whoever leaves the post has told its journal so; the lock outlasts its last word.
      void journals.whenLeft(post).then(() => letGo?.());
    };
  }, [post, journals]);

  const takeOver = useCallback(() => ask.current(), []);
  return { turn, takeOver };
}
