import { useEffect, useEffectEvent, useRef } from 'react';
import { useEvent } from './context.tsx';

const SHORTEST_GAP_MS = 200;

/** Calls the listener after posts changed: at once, then at most five times a second however fast the changes come. */
export function usePostsChanged(listener: () => void): void {
  const onChange = useEffectEvent(listener);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const isAgain = useRef(false);

  const open = (): void => {
    timer.current = null;
    if (!isAgain.current) return;
    isAgain.current = false;
    run();
  };
  const run = (): void => {
    timer.current = setTimeout(open, SHORTEST_GAP_MS);
    onChange();
  };
  useEvent('posts.changed', () => {
    if (timer.current === null) run();
    else isAgain.current = true;
  });
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
}
