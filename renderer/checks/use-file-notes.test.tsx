// @vitest-environment happy-dom
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, onTestFinished, test } from 'vitest';
import type { Client, PostDetails } from '../../shared/contract/index.ts';
import { ConnectionProvider } from '../connection/index.ts';
import type { Note } from './notes.ts';
import { useFileNotes } from './use-file-notes.ts';

/** How long a shared computer may take, in milliseconds. */
const PATIENCE_MS = 10_000;

const HASH = 'a'.repeat(64);
const DETAILS = { blocks: [{ id: 'f', type: 'file', media: HASH }], media: [] } as unknown as PostDetails;

function Hook({ onNotes }: { readonly onNotes: (notes: readonly Note[]) => void }) {
  const notes = useFileNotes(DETAILS, null);
  useEffect(() => onNotes(notes), [notes, onNotes]);
  return null;
}

test('a file that was not on this computer is looked into when a sync has brought it, and not again after that', async () => {
  let isHere = false;
  const asked: string[] = [];
  const listeners = new Map<string, (data: unknown) => void>();
  const call = async (name: string): Promise<unknown> => {
    asked.push(name);
    if (name === 'media.about') return { isHere };
    return { findings: isHere ? [{ rule: 'national_id', words: '012345678901' }] : [] };
  };
  const on = (name: string, listener: (data: unknown) => void) => {
    listeners.set(name, listener);
    return () => listeners.delete(name);
  };
  const client = { call, on } as unknown as Client;
  let notes: readonly Note[] = [];
  const onNotes = (now: readonly Note[]): void => {
    notes = now;
  };
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  onTestFinished(() => root.unmount());
  root.render(
    <ConnectionProvider connection={{ client, state: () => 'up', subscribe: () => () => {} }}>
      <Hook onNotes={onNotes} />
    </ConnectionProvider>,
  );
  await expect.poll(() => asked, { timeout: PATIENCE_MS }).toEqual(['checks.file', 'media.about']);
  isHere = true;
  listeners.get('sync.changed')?.({ state: 'idle' });
  await expect.poll(() => notes.map(({ words }) => words), { timeout: PATIENCE_MS }).toEqual(['012345678901']);
  listeners.get('sync.changed')?.({ state: 'idle' });
  await expect.poll(() => asked, { timeout: PATIENCE_MS }).toEqual(['checks.file', 'media.about', 'checks.file']);
});
