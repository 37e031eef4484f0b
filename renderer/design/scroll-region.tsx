import type { ComponentProps } from 'react';

interface ScrollRegionProps extends ComponentProps<'section'> {
  /** What it is, for a screen reader. */
  readonly 'aria-label': string;
}

/** A named region that is higher than its place: with the focus, which it takes, it is scrolled by the arrow keys. */
export function ScrollRegion(props: ScrollRegionProps) {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: without the focus it cannot be scrolled by keyboard
  return <section {...props} tabIndex={0} />;
}
