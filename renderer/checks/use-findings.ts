import { useEffect, useRef, useState } from 'react';
import type { LetThrough } from '../../shared/checks/index.ts';
import type { PostDetails } from '../../shared/contract/index.ts';
import type { CheckOrder, Note } from './notes.ts';

/** After this long the notes come even if the window was never idle. */
const PATIENCE_MS = 4_000;

/**
 * The notes on an open post, made in a thread of their own when the window has nothing else to do, and not begun inside
 * a composition. `details` are read anew only once writing pauses. `null` before the first.
 */
export function useFindings(details: PostDetails, letThrough: LetThrough | null): readonly Note[] | null {
  const [notes, setNotes] = useState<readonly Note[] | null>(null);
  const checker = useRef<Worker>(null);
  const { fields, blocks, language } = details;
  useEffect(
    () => () => {
      checker.current?.terminate();
      checker.current = null;
    },
    [],
  );
  useEffect(() => {
    if (letThrough === null) return;
    let cancelIdle = (): void => undefined;
    let isComposing = false;
    const check = (): void => {
      if (isComposing) return;
      checker.current ??= new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
      const order: CheckOrder = { post: { ...fields, blocks, language }, letThrough };
      checker.current.onmessage = ({ data }: MessageEvent<readonly Note[]>) => setNotes(data);
      checker.current.postMessage(order);
    };
    const later = (): void => {
      cancelIdle();
      const idle = requestIdleCallback(check, { timeout: PATIENCE_MS });
      cancelIdle = () => cancelIdleCallback(idle);
    };
    const onStart = (): void => {
      isComposing = true;
    };
    const onEnd = (): void => {
      isComposing = false;
      later();
    };
    document.addEventListener('compositionstart', onStart);
    document.addEventListener('compositionend', onEnd);
    later();
    return () => {
      cancelIdle();
      document.removeEventListener('compositionstart', onStart);
      document.removeEventListener('compositionend', onEnd);
    };
  }, [fields, blocks, language, letThrough]);
  return notes;
}
