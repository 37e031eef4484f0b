// @vitest-environment happy-dom
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, onTestFinished } from 'vitest';
import type { Client, PostDetails } from '../../shared/contract/index.ts';
import { createJournal, type Journal } from './journal.ts';
import { createMirror, type Mirror } from './mirror.ts';
import { useOvertaken } from './use-overtaken.ts';

const textOf = (base: string, title: string) =>
  ({ post: 'p', mode: 'edit', base, fields: { title, summary: '' }, blocks: [] }) as unknown as PostDetails;
const OTHER = textOf('theirs', 'của máy kia');
const client = { call: async () => ({ ...OTHER, fields: { ...OTHER.fields } }) } as unknown as Client;

interface EditorProps {
  readonly journal: Journal;
  readonly mirror: Mirror;
  readonly onOvertaken?: (fresh: PostDetails, isReplaced: boolean) => void;
}

function Editor({ journal, mirror, onOvertaken }: EditorProps) {
  const [fresh, setFresh] = useState<PostDetails | null>(null);
  useOvertaken(OTHER, journal, client, mirror, onOvertaken ?? setFresh);
  return fresh?.fields.title ?? 'của máy này';
}

function draw(journal: Journal, onOvertaken?: (fresh: PostDetails, isReplaced: boolean) => void): HTMLElement {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  onTestFinished(() => {
    root.unmount();
    place.remove();
  });
  const mirror = createMirror({ title: 'của máy này', summary: '', blocks: [] });
  root.render(<Editor journal={journal} mirror={mirror} {...(onOvertaken && { onOvertaken })} />);
  return place;
}

it('shows the other text before the next key can come, or that key would be written over it', async () => {
  const shownAt: (string | null)[] = [];
  const journal = {
    base: 'ours',
    state: 'saved',
    flush: async () => undefined,
    // The next event comes after every promise that waits has gone on.
    adopt: () => queueMicrotask(() => shownAt.push(place.textContent)),
  } as unknown as Journal;
  const place = draw(journal);
  await expect.poll(() => shownAt[0]).toBe('của máy kia');
});

it('shows a text that was replaced here though it builds on the same revision, and tells that it was', async () => {
  const journal = createJournal(
    { call: async () => undefined, on: () => () => undefined } as unknown as Client,
    'p',
    'theirs',
  );
  journal.replace();
  const shown: [string, boolean][] = [];
  draw(journal, ({ fields }, isReplaced) => shown.push([fields.title, isReplaced]));
  await expect.poll(() => shown).toEqual([['của máy kia', true]]);
  expect(journal.isReplaced).toBe(false);
});
