import { useEffect, useEffectEvent } from 'react';
import { isShortcut, type ShortcutName } from './shortcuts.ts';

const IN_PROGRESS_KEY_CODE = 229;

/**
 * Calls the listener when the shortcut is pressed anywhere in the window, but not while an input method composes and
 * not inside a dialog, which has the keyboard to itself.
 */
export function useShortcut(name: ShortcutName, listener: () => void): void {
  const onPress = useEffectEvent(listener);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.isComposing || event.keyCode === IN_PROGRESS_KEY_CODE || !isShortcut(name, event)) return;
      if (document.querySelector('[data-modal]') !== null) return;
      event.preventDefault();
      onPress();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [name]);
}
