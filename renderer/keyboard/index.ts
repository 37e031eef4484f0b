export { keysText } from './shortcut-text.ts';
export {
  ariaKeys,
  isShortcut,
  SHORTCUT_NAMES,
  SHORTCUT_PLACES,
  SHORTCUTS,
  type ShortcutName,
} from './shortcuts.ts';
export { useShortcut } from './use-shortcut.ts';
