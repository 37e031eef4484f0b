import { useEffect, useEffectEvent, useState } from 'react';

/** The kind that a system may give our files; most give none. */
const KINDS: readonly string[] = ['', 'application/x-banthao'];

/**
 * Hears of files of ours dropped anywhere on the window; pictures and documents stay the editor's. A file that nobody
 * takes must not replace the window's page either.
 *
 * @returns whether a file that may be ours is held over the window.
 */
export function useFileDrop(onFile: (file: File) => void): boolean {
  const [isOver, setOver] = useState(false);
  const take = useEffectEvent(onFile);
  useEffect(() => {
    const mayBeOurs = (event: DragEvent): boolean =>
      [...(event.dataTransfer?.items ?? [])].some(({ kind, type }) => kind === 'file' && KINDS.includes(type));
    const onOver = (event: DragEvent): void => {
      if (!mayBeOurs(event)) return;
      event.preventDefault();
      setOver(document.querySelector('[data-modal]') === null);
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      setOver(false);
      const file = [...(event.dataTransfer?.files ?? [])].find(({ name }) => /\.banthao$/i.test(name));
      if (file === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      if (document.querySelector('[data-modal]') === null) take(file);
    };
    const onUntaken = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    window.addEventListener('dragover', onOver, { capture: true });
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop, { capture: true });
    window.addEventListener('drop', onUntaken);
    return () => {
      window.removeEventListener('dragover', onOver, { capture: true });
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop, { capture: true });
      window.removeEventListener('drop', onUntaken);
    };
  }, []);
  return isOver;
}
