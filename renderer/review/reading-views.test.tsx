// @vitest-environment happy-dom
import { Fragment, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, onTestFinished } from 'vitest';
import type { AppState, Client, PostDetails } from '../../shared/contract/index.ts';
import { translate } from '../../shared/i18n/index.ts';
import { ConnectionProvider } from '../connection/index.ts';
import { SessionProvider } from '../session/index.ts';
import { ReadingViews } from './index.ts';

const details = { post: '01890000-0000-7000-8000-000000000001' } as PostDetails;
const [FIRST, SECOND, THIRD] = ['a', 'b', 'c'].map((letter) => letter.repeat(64)) as [string, string, string];

/**
 * A reviewer's computer, which remembers what was looked at last, as the backend does. In strict mode each effect runs
 * twice, as where a screen is taken away and brought back at once.
 */
function reviewer(Mode: typeof StrictMode | typeof Fragment = StrictMode) {
  let seen: string | null = null;
  const asked: string[] = [];
  const call = async (name: string, input: { revision?: string }): Promise<unknown> => {
    asked.push(name);
    if (name === 'review.before') return { seen, live: null };
    if (name === 'review.saw') seen = input.revision ?? null;
    return name === 'review.saw' ? null : new Promise(() => undefined);
  };
  const client = { call, on: () => () => undefined } as unknown as Client;
  const read = (start: string) => {
    const place = document.body.appendChild(document.createElement('div'));
    const root = createRoot(place);
    const draw = (revision: string): void =>
      root.render(
        <Mode>
          <ConnectionProvider connection={{ client, state: () => 'up', subscribe: () => () => {} }}>
            <SessionProvider session={{ app: { language: 'vi' } as AppState, refresh: () => undefined }}>
              <ReadingViews details={details} revision={revision}>
                <p>Trang</p>
              </ReadingViews>
            </SessionProvider>
          </ConnectionProvider>
        </Mode>,
      );
    draw(start);
    const leave = (): void => {
      root.unmount();
      place.remove();
    };
    onTestFinished(leave);
    return {
      draw,
      leave,
      tabs: () => [...place.querySelectorAll('[role="tab"]')].map(({ textContent }) => textContent),
    };
  };
  return { read, seen: () => seen, asked };
}

const COMPARED = [translate('vi', 'review.view.page'), translate('vi', 'review.view.seen')];

it('a post that its author has sent anew is compared with the text looked at last, until it is left', async () => {
  const { read, seen, asked } = reviewer();
  const first = read(FIRST);
  await expect.poll(seen).toBe(FIRST);
  expect(first.tabs()).toEqual([]);
  first.leave();

  const second = read(SECOND);
  await expect.poll(second.tabs).toEqual(COMPARED);
  expect(seen()).toBe(FIRST);
  second.leave();
  await expect.poll(seen).toBe(SECOND);

  asked.length = 0;
  const again = read(SECOND);
  await expect.poll(() => asked).toContain('review.before');
  expect(again.tabs()).toEqual([]);
});

it('what comes while a post is open is compared with what was read in it until then', async () => {
  const { read, seen } = reviewer();
  const { draw, tabs } = read(FIRST);
  await expect.poll(seen).toBe(FIRST);
  draw(SECOND);
  await expect.poll(tabs).toEqual(COMPARED);
  draw(THIRD);
  await expect.poll(seen).toBe(SECOND);
  expect(tabs()).toEqual(COMPARED);
});

it('a first reading is remembered though the window is closed on it', async () => {
  const { read, seen } = reviewer(Fragment);
  read(FIRST);
  await expect.poll(seen).toBe(FIRST);
});
