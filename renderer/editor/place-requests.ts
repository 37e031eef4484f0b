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

/** As {@link askForPlace}; returns whether an editor was there and wrote the words. */
export function writeAtPlace(request: PlaceRequest): boolean {
  const asked: Asked = { ...request };
  window.dispatchEvent(new CustomEvent<Asked>(EVENT, { detail: asked, cancelable: true }));
  return asked.isDone === true;
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
