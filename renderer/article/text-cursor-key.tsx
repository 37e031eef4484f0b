import { type RefObject, useEffect, useRef } from 'react';
import { useT } from '../connection/index.ts';
import { useShortcut } from '../keyboard/index.ts';
import { openTextCursor } from './text-cursor.ts';

/**
 * Listens for the key that puts a cursor into a page which is only read, or takes it away: then, and with Escape, the
 * focus goes back to the pane that the page stands in.
 */
export function TextCursorKey({ frame }: { readonly frame: RefObject<HTMLIFrameElement | null> }) {
  const t = useT();
  const close = useRef<(() => void) | null>(null);
  const leave = (): void => {
    close.current?.();
    frame.current?.closest<HTMLElement>('[data-region-focus]')?.focus({ preventScroll: true });
  };
  const enter = (page: Document): void => {
    const take = openTextCursor(page, t('window.article.cursor'));
    if (take === null) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.isComposing) leave();
    };
    page.addEventListener('keydown', onKeyDown);
    close.current = () => {
      close.current = null;
      page.removeEventListener('keydown', onKeyDown);
      take();
    };
  };
  useShortcut('textCursor', () => {
    const page = frame.current?.contentDocument ?? null;
    if (close.current !== null && page?.hasFocus() === true) return leave();
    close.current?.();
    if (page !== null) enter(page);
  });
  useEffect(() => () => close.current?.(), []);
  return null;
}
