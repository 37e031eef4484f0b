import { en } from './en/index.ts';
import { vi } from './vi/index.ts';

/** Every message's key. Vietnamese is the source; English must have the same keys. */
export type MessageKey = keyof typeof vi;
export type MessageLanguage = 'vi' | 'en';
export type MessageParams = Readonly<Record<string, string | number>>;

export const MESSAGES: Readonly<Record<MessageLanguage, Readonly<Record<MessageKey, string>>>> = { vi, en };

/** Whether there is a message under this key: for keys made from a code. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(vi, key);
}

/** The message in that language, with each `{name}` replaced by its parameter. */
export function translate(language: MessageLanguage, key: MessageKey, params: MessageParams = {}): string {
  return MESSAGES[language][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** The message under `prefix.code`, or the one under `prefix.unknown` for a code of a newer version. */
export function translateCode(
  language: MessageLanguage,
  prefix: 'error' | 'workflow.denied' | 'verdict',
  code: string,
  params: MessageParams = {},
): string {
  const key = `${prefix}.${code}`;
  // A denied action carries the code of its reason, which has a sentence of its own.
  if (key === 'error.denied' && typeof params.reason === 'string')
    return translate(language, key, { reason: translateCode(language, 'workflow.denied', params.reason) });
  return translate(language, isMessageKey(key) ? key : `${prefix}.unknown`, { code, ...params });
}
