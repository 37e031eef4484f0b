import { type ReactNode, useDeferredValue, useEffect, useRef } from 'react';

/** False until what is drawn first stands on the screen: the text of a post comes before all about it. */
function useIsAfterText(): boolean {
  return useDeferredValue(true, false);
}

/** Draws its children once what is drawn with it stands on the screen. */
export function AfterText({ children }: { readonly children: ReactNode }) {
  return useIsAfterText() ? children : null;
}

/** Pixels that each bar took when it was last drawn in this window; bars wrap where it is narrow. */
const lastHeights = new Map<string, number>();

interface BarAfterTextProps {
  /** The same for the same bar of every post. */
  readonly name: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** Draws a bar after the text, in a place as tall as it was last: the text below does not move when it comes. */
export function BarAfterText({ name, className, children }: BarAfterTextProps) {
  const isDue = useIsAfterText();
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isDue || bar.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      const height = entry?.borderBoxSize[0]?.blockSize ?? 0;
      // Out of sight, it takes none.
      if (height > 0) lastHeights.set(name, height);
    });
    observer.observe(bar.current);
    return () => observer.disconnect();
  }, [isDue, name]);
  return (
    <div ref={bar} className={className} style={isDue ? undefined : { minBlockSize: lastHeights.get(name) }}>
      {isDue && children}
    </div>
  );
}
