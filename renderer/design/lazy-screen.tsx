import { type ComponentType, lazy, Suspense } from 'react';

/** A dialog that is fetched when it is first shown: the window starts without it. Rendered only while it is open. */
export function lazyScreen<Props extends object>(fetchIt: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Fetched = lazy(() => fetchIt().then((screen) => ({ default: screen as ComponentType<object> })));
  return (props) => (
    <Suspense fallback={null}>
      <Fetched {...props} />
    </Suspense>
  );
}
