// @vitest-environment happy-dom
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, onTestFinished } from 'vitest';
import { NO_CHOICES, type SavedChoices } from '../../shared/content/index.ts';
import { AppError, type Client, type ErrorCode } from '../../shared/contract/index.ts';
import { ConnectionProvider } from '../connection/index.ts';
import { type Choosing, useChoices } from './use-choices.ts';

const WRITTEN: SavedChoices = {
  ...NO_CHOICES,
  fields: { title: { about: 'x', choice: { take: 'written', value: 'Tự viết' } } },
};

/** Says how the choices stand, and hands them out. */
function Shown({ onDrawn }: { readonly onDrawn: (choosing: Choosing) => void }) {
  const choosing = useChoices('p', 'm', NO_CHOICES);
  useEffect(() => {
    onDrawn(choosing);
  });
  return choosing.error === null ? 'kept' : 'failing';
}

/** Choices over a backend that fails as often as the test says, then keeps them. */
function choose(failures: ErrorCode[]) {
  const kept: SavedChoices[] = [];
  const listeners: ((data: { state: string }) => void)[] = [];
  const client = {
    call: async (_name: string, { choices }: { choices: SavedChoices }) => {
      const code = failures.shift();
      if (code !== undefined) throw new AppError(code);
      kept.push(choices);
      return null;
    },
    on: (name: string, listener: (data: { state: string }) => void) => {
      if (name === 'backend.state') listeners.push(listener);
      return () => undefined;
    },
  } as unknown as Client;
  const drawn: Choosing[] = [];
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  const close = (): void => root.unmount();
  onTestFinished(() => {
    close();
    place.remove();
  });
  root.render(
    <ConnectionProvider connection={{ client, state: () => 'up', subscribe: () => () => {} }}>
      <Shown onDrawn={(choosing) => void drawn.push(choosing)} />
    </ConnectionProvider>,
  );
  return {
    kept,
    close,
    isDrawn: () => drawn.length > 0,
    said: () => place.textContent,
    write: () => drawn.at(-1)?.change(WRITTEN),
    tellUp: () => {
      for (const listener of listeners) listener({ state: 'up' });
    },
    mayClose: () => window.dispatchEvent(new Event('beforeunload', { cancelable: true })),
  };
}

it('words written for a conflict are kept once the backend is back, without another key', async () => {
  const { kept, said, isDrawn, write, tellUp } = choose(['backend_down']);
  await expect.poll(isDrawn).toBe(true);
  write();
  await expect.poll(said).toBe('failing');
  tellUp();
  await expect.poll(() => kept).toEqual([WRITTEN]);
  await expect.poll(said).toBe('kept');
});

it('words that found no room on the disk hold the window, and are tried again though the screen was left', async () => {
  const { kept, said, isDrawn, write, mayClose, close } = choose(['disk_full', 'disk_full']);
  await expect.poll(isDrawn).toBe(true);
  expect(mayClose()).toBe(true);
  write();
  await expect.poll(said).toBe('failing');
  expect(mayClose()).toBe(false);
  close();
  expect(mayClose()).toBe(false);
  await expect.poll(() => kept, { timeout: 30_000 }).toEqual([WRITTEN]);
  expect(mayClose()).toBe(true);
});
