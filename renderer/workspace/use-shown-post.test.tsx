// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, onTestFinished, test } from 'vitest';
import { type ShownPost, useShownPost } from './use-shown-post.ts';

const AHEAD = { begin: () => undefined };

function Window({ leave, seen }: { readonly leave: (post: string) => Promise<void>; readonly seen: ShownPost[] }) {
  const shown = useShownPost({ leave }, AHEAD);
  seen.push(shown);
  return <p>{shown.post}</p>;
}

test('what began over one post and ends over another leaves the one that is shown', async () => {
  const place = document.createElement('div');
  const root = createRoot(place);
  onTestFinished(() => root.unmount());
  const [left, seen]: [string[], ShownPost[]] = [[], []];
  const leave = (post: string): Promise<void> => {
    left.push(post);
    return Promise.resolve();
  };
  await act(() => root.render(<Window leave={leave} seen={seen} />));
  await act(() => void seen.at(-1)?.show('một'));
  const atFirst = seen.at(-1);
  await act(() => void atFirst?.show('hai'));
  expect(atFirst?.now()).toBe('hai');
  await act(() => void atFirst?.show('một'));
  expect(left).toEqual(['một', 'hai']);
  expect(place.textContent).toBe('một');
});
