// @vitest-environment happy-dom
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, onTestFinished } from 'vitest';
import type { Client, PostDetails } from '../../shared/contract/index.ts';
import type { Journal } from './journal.ts';
import { createMirror, type Mirror } from './mirror.ts';
import { useOvertaken } from './use-overtaken.ts';

const textOf = (base: string, title: string) =>
  ({ post: 'p', mode: 'edit', base, fields: { title, summary: '' }, blocks: [] }) as unknown as PostDetails;
/** As the window gives them: the same until the post is read anew. */
const theirs = textOf('theirs', 'của máy kia');
const client = { call: async () => textOf('theirs', 'của máy kia') } as unknown as Client;

function Editor({ journal, mirror }: { readonly journal: Journal; readonly mirror: Mirror }) {
  const [fresh, setFresh] = useState<PostDetails | null>(null);
  useOvertaken(theirs, journal, client, mirror, setFresh);
  return fresh?.fields.title ?? 'của máy này';
}

it('shows the other text before the next key can come, or that key would be written over it', async () => {
  const place = document.body.appendChild(document.createElement('div'));
  const shownAt: (string | null)[] = [];
  let base: string | null = 'ours';
  const journal = {
    get base() {
      return base;
    },
    state: 'saved',
    isReplaced: false,
    flush: async () => undefined,
    adopt: (next: string | null) => {
      base = next;
      // The next event comes after every promise that waits has gone on.
      queueMicrotask(() => shownAt.push(place.textContent));
    },
  } as unknown as Journal;
  const mirror = createMirror({ title: 'của máy này', summary: '', blocks: [] });
  const root = createRoot(place);
  onTestFinished(() => {
    root.unmount();
    place.remove();
  });
  root.render(<Editor journal={journal} mirror={mirror} />);
  await expect.poll(() => shownAt[0]).toBe('của máy kia');
});
