import type { Place } from '../../shared/checks/index.ts';

/** What is asked of the open editor: to show a place, or to write other words there. */
export interface PlaceRequest {
  readonly place: Place;
  /** The words that stood there; if others stand there now, nothing is replaced. */
  readonly words: string;
  readonly replacement: string | null;
}

/** A request on its way: an editor that could do it says so. */
interface Asked extends PlaceRequest {
  isDone?: boolean;
}

const EVENT = 'ban-thao:place';

/** Asks the editor of the open post. Returns whether it did: `false` when the words there are others by now. */
export function askForPlace(request: PlaceRequest): boolean {
  return window.dispatchEvent(new CustomEvent<PlaceRequest>(EVENT, { detail: request, cancelable: true }));
}

/** How long an editor may take to come, in milliseconds: its code is read from the disk the first time. */
const EDITOR_LIMIT_MS = 5_000;

/**
 * Shows the place and writes the words there. A live post is first shown as its readers see it: the editor comes with
 * the question then, and is waited for.
 *
 * @returns whether they were written: `false` when the words there are others by now, or no editor came.
 */
export async function writeAtPlace(request: PlaceRequest, limitMs = EDITOR_LIMIT_MS): Promise<boolean> {
  askForPlace({ place: request.place, words: '', replacement: null });
  const until = performance.now() + limitMs;
  for (;;) {
    await new Promise(requestAnimationFrame);
    const asked: Asked = { ...request };
    const event = new CustomEvent<Asked>(EVENT, { detail: asked, cancelable: true });
    const isRefused = !window.dispatchEvent(event);
    if (asked.isDone === true) return true;
    if (isRefused || performance.now() > until) return false;
  }
}

/** Answers requests; `answer` says whether it could. Returns the function that stops it. */
export function onPlaceAsked(answer: (request: PlaceRequest) => boolean | null): () => void {
  const listener = (event: Event): void => {
    const asked = (event as CustomEvent<Asked>).detail;
    const answered = answer(asked);
    if (answered === true) asked.isDone = true;
    if (answered === false) event.preventDefault();
  };
  window.addEventListener(EVENT, listener);
  return () => window.removeEventListener(EVENT, listener);
}
