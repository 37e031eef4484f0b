import { Tooltip as BaseTooltip } from '@base-ui/react/tooltip';
import { useEffect, useState } from 'react';
import styles from './tooltip.module.css';

const EXPLAINED = '[data-tooltip]';
/** How long the pointer rests before the first is shown; from one that is shown, the next control's comes at once. */
const REST_MS = 500;

interface Shown {
  readonly anchor: HTMLElement;
  readonly text: string;
}

/**
 * The one tooltip of the window, shown on hover or keyboard focus beside a control that has its text in `data-tooltip`.
 * Such a control needs an accessible name of its own: a tooltip is for the eye only. One for each control made a post
 * open slower: a toolbar has dozens, of which at most one is ever seen.
 */
export function TooltipLayer() {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    let rest: ReturnType<typeof setTimeout> | undefined;
    let current: HTMLElement | null = null;
    const show = (anchor: HTMLElement): void => {
      clearTimeout(rest);
      const text = anchor.dataset.tooltip;
      if (text === undefined || !anchor.isConnected) return;
      current = anchor;
      setShown({ anchor, text });
    };
    const hide = (): void => {
      clearTimeout(rest);
      if (current === null) return;
      current = null;
      setShown(null);
    };
    const onOver = ({ target, pointerType }: PointerEvent): void => {
      // On the tooltip itself the pointer may rest: it can be read under a magnifier.
      if (pointerType === 'touch' || isIn(target, `.${styles.popup}`)) return;
      const anchor = explainedBy(target);
      if (anchor === current) return;
      const isWarm = current !== null;
      hide();
      if (anchor === null) return;
      if (isWarm) show(anchor);
      else rest = setTimeout(() => show(anchor), REST_MS);
    };
    const onFocus = ({ target }: FocusEvent): void => {
      const anchor = explainedBy(target);
      if (anchor?.matches(':focus-visible')) show(anchor);
    };
    const stop = new AbortController();
    const { signal } = stop;
    document.addEventListener('pointerover', onOver, { signal });
    document.addEventListener('focusin', onFocus, { signal });
    // What is pressed may be gone, or mean something else, the next moment.
    for (const event of ['focusout', 'pointerdown', 'keydown'] as const)
      document.addEventListener(event, hide, { capture: true, signal });
    document.documentElement.addEventListener('pointerleave', hide, { signal });
    return () => {
      stop.abort();
      clearTimeout(rest);
    };
  }, []);
  return (
    <BaseTooltip.Root open={shown !== null} onOpenChange={(isOpen) => !isOpen && setShown(null)}>
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner anchor={shown?.anchor ?? null} sideOffset={6} className={styles.positioner}>
          <BaseTooltip.Popup className={styles.popup} aria-hidden="true">
            {shown?.text}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  );
}

function explainedBy(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(EXPLAINED) : null;
}

function isIn(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}
