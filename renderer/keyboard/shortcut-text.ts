import { isMessageKey, type MessageLanguage, translate } from '../../shared/i18n/index.ts';
import { SHORTCUTS, type ShortcutName } from './shortcuts.ts';

/** The keys as a person reads them: `Alt+Mũi tên lên`. */
export function keysText(language: MessageLanguage, name: ShortcutName): string {
  return SHORTCUTS[name].keys
    .split('+')
    .map((key) => {
      const message = `key.${key}`;
      return isMessageKey(message) ? translate(language, message) : key;
    })
    .join('+');
}
