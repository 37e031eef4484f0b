/** The attribute with which any part of the window names its page of the guide: `<form data-help="duyet-va-ma-pin">`. */
const MARKED = '[data-help]';

/**
 * The page of the guide for what the person is doing: the nearest mark around the focus, or that of the button whose panel
 * is open; in a dialog, the mark inside the one on top, wherever the focus stands. `null` where nothing is marked.
 */
export function topicAt(page: Document): string | null {
  const dialog = [...page.querySelectorAll('[data-modal]')].at(-1);
  const around = page.activeElement?.closest(MARKED);
  const marked =
    dialog === undefined
      ? (around ?? page.querySelector(`[data-popup-open]${MARKED}`) ?? page.querySelector(`main${MARKED}`))
      : around && dialog.contains(around)
        ? around
        : dialog.querySelector(MARKED);
  return marked?.getAttribute('data-help') ?? null;
}
