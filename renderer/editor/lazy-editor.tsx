import { type ComponentProps, lazy, Suspense } from 'react';
import { useT } from '../connection/index.ts';
import { Spinner } from '../design/index.ts';
import type { BlocksEditor as Blocks } from './blocks-editor.tsx';
import type { PostEditor as Editor } from './post-editor.tsx';

const load = () => import('./post-editor.tsx');
const Fetched = lazy(() => load().then(({ PostEditor: fetched }) => ({ default: fetched })));

const FetchedBlocks = lazy(() => import('./blocks-editor.tsx').then((file) => ({ default: file.BlocksEditor })));

/** Fetches the editor ahead of the first post to be written in. A failure shows when the editor is asked for. */
export function fetchEditor(): void {
  load().catch(() => undefined);
}

/** The editor, which is a file of its own: the window's list is on the screen without waiting for it. */
export function PostEditor(props: ComponentProps<typeof Editor>) {
  const t = useT();
  return (
    <Suspense fallback={<Spinner label={t('window.document.loading')} />}>
      <Fetched {...props} />
    </Suspense>
  );
}

/** The editor over some blocks alone. */
export function BlocksEditor(props: ComponentProps<typeof Blocks>) {
  const t = useT();
  return (
    <Suspense fallback={<Spinner label={t('window.document.loading')} />}>
      <FetchedBlocks {...props} />
    </Suspense>
  );
}
