import { type RefObject, useRef } from 'react';
import { useShortcut } from '../keyboard/index.ts';

const FOCUSABLE =
  '[role="listbox"], [role="textbox"], textarea, input:not([type="file"]), [role="tab"][tabindex="0"], button, a[href]';

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
    (firstVisible(region) ?? region)?.focus();
  };
  useShortcut('F6', () => move(1));
  useShortcut('Shift+F6', () => move(-1));
  return container;
}

function firstVisible(region: HTMLElement | undefined): HTMLElement | undefined {
  return [...(region?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])].find(
    (element) => element.getClientRects().length > 0 && !element.closest('[inert]'),
  );
}
