// @vitest-environment happy-dom
import { expect, it, onTestFinished } from 'vitest';
import { onPlaceAsked, type PlaceRequest, writeAtPlace } from './place-requests.ts';

const REQUEST: PlaceRequest = { place: { block: 'a', start: 0, end: 3 }, words: 'hai', replacement: '2' };

/** An editor that is opened by the first question, as that of a live post, which is first shown as its readers see it. */
function paneThatOpens(answer: (request: PlaceRequest) => boolean): PlaceRequest[] {
  const asked: PlaceRequest[] = [];
  let isOpen = false;
  onTestFinished(
    onPlaceAsked(() => {
      if (isOpen) return null;
      isOpen = true;
      setTimeout(() => {
        onTestFinished(
          onPlaceAsked((request) => {
            asked.push(request);
            return answer(request);
          }),
        );
      });
      return null;
    }),
  );
  return asked;
}

it('words are written though the editor has still to come', async () => {
  const asked = paneThatOpens(() => true);
  expect(await writeAtPlace(REQUEST)).toBe(true);
  expect(asked).toMatchObject([{ replacement: '2' }]);
});

it('words that are others by now are left', async () => {
  paneThatOpens(({ replacement }) => replacement === null);
  expect(await writeAtPlace(REQUEST)).toBe(false);
});

it('nobody waits for ever for an editor that does not come', async () => {
  expect(await writeAtPlace(REQUEST, 50)).toBe(false);
});
