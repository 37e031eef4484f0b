import type { Place } from '../../shared/checks/index.ts';

/** What is asked of the open editor: to show a place, or to write other words there. */
export interface PlaceRequest {
  readonly place: Place;
  /** The words that stood there; if others stand there now, nothing is replaced. */
  readonly words: string;
  readonly replacement: string | null;
}

const EVENT = 'ban-thao:place';

/** Asks the editor of the open post. Returns whether it did: `false` when the words there are others by now. */
export function askForPlace(request: PlaceRequest): boolean {
  return window.dispatchEvent(new CustomEvent<PlaceRequest>(EVENT, { detail: request, cancelable: true }));
}

/** Answers requests; `answer` says whether it could. Returns the function that stops it. */
export function onPlaceAsked(answer: (request: PlaceRequest) => boolean | null): () => void {
  const listener = (event: Event): void => {
    if (answer((event as CustomEvent<PlaceRequest>).detail) === false) event.preventDefault();
  };
  window.addEventListener(EVENT, listener);
  return () => window.removeEventListener(EVENT, listener);
}
