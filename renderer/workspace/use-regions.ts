import { type RefObject, useRef } from 'react';
import { useShortcut } from '../keyboard/index.ts';

const WRITABLE = 'textarea, [contenteditable="true"]';
const FOCUSABLE = 'input:not([type="file"]), button, a[href], [tabindex="0"]';

/**
 * F6 and Shift+F6 move the focus from region to region, as in Windows' own programs. The regions are the container's
 * elements marked `data-region`, in document order.
 */
export function useRegions(): RefObject<HTMLDivElement | null> {
  const container = useRef<HTMLDivElement>(null);
  const move = (step: 1 | -1): void => {
    const regions = [...(container.current?.querySelectorAll<HTMLElement>('[data-region]') ?? [])].filter(
      (region) => region.getClientRects().length > 0,
    );
    if (regions.length === 0) return;
    const focus = document.activeElement;
    const current = regions.findIndex((region) => region.contains(focus));
    const start = current === -1 ? (step === 1 ? -1 : 0) : current;
    const region = regions.at((start + step + regions.length) % regions.length);
    (region && targetIn(region))?.focus();
  };
  useShortcut('regions', () => move(1));
  useShortcut('regionsBack', () => move(-1));
  return container;
}

/** The part of a region marked `data-region-focus`, or what can be written in inside it; else its first control. */
function targetIn(region: HTMLElement): HTMLElement {
  const marked = visible(region, '[data-region-focus]');
  if (marked === undefined) return visible(region, FOCUSABLE) ?? region;
  return visible(marked, WRITABLE) ?? marked;
}

function visible(root: HTMLElement, selector: string): HTMLElement | undefined {
  return [...root.querySelectorAll<HTMLElement>(selector)].find((element) => element.getClientRects().length > 0);
}
