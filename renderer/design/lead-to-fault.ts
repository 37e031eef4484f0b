import { useEffect } from 'react';

/**
 * Whoever presses Save learns where the form is wrong even when that is out of sight: the first control marked as
 * invalid takes the focus, and so comes into view and is read out with its error.
 */
export function useLeadToFault(): void {
  useEffect(() => {
    const lead = ({ target }: SubmitEvent): void => {
      // The form says what is wrong in the drawing that follows.
      requestAnimationFrame(() => {
        if (!(target instanceof HTMLFormElement) || isFault(document.activeElement, target)) return;
        target.querySelector<HTMLElement>(FAULT)?.focus();
      });
    };
    document.addEventListener('submit', lead);
    return () => document.removeEventListener('submit', lead);
  }, []);
}

const FAULT = '[aria-invalid="true"]';

function isFault(element: Element | null, form: HTMLFormElement): boolean {
  return element?.matches(FAULT) === true && form.contains(element);
}
