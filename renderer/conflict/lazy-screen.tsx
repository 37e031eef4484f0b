import { type ComponentProps, lazy, Suspense } from 'react';
import { useT } from '../connection/index.ts';
import { Spinner } from '../design/index.ts';
import type { ConflictScreen as Screen } from './conflict-screen.tsx';

const Fetched = lazy(() => import('./conflict-screen.tsx').then((file) => ({ default: file.ConflictScreen })));

/** The screen, which is a file of its own: it is seldom needed, and the window starts without it. */
export function ConflictScreen(props: ComponentProps<typeof Screen>) {
  const t = useT();
  return (
    <Suspense fallback={<Spinner label={t('conflict.loading')} />}>
      <Fetched {...props} />
    </Suspense>
  );
}
