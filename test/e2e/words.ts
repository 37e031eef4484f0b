import { MESSAGES, type MessageKey, type MessageParams, translate } from '../../shared/i18n/index.ts';

/** What the program says in Vietnamese: tests look for the words a person reads, whatever they are by now. */
export function say(key: MessageKey, params: MessageParams = {}): string {
  return translate('vi', key, params);
}

/** The whole of any of these sentences, with anything in the place of their parameters. */
export function anyOf(keys: readonly MessageKey[]): RegExp {
  const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const sentences = keys.map((key) =>
    MESSAGES.vi[key]
      .split(/\{\w+\}/)
      .map(literal)
      .join('.+'),
  );
  return new RegExp(`^(${sentences.join('|')})$`);
}
