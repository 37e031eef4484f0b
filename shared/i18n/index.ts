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

/** `{name}`, or `{name|one|many}`: words for a parameter that is one, and for any other. */
const PARAMETER = /\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}/g;

/** The message in that language, with each `{name}` replaced by its parameter, and the words that go by its number. */
export function translate(language: MessageLanguage, key: MessageKey, params: MessageParams = {}): string {
  return MESSAGES[language][key].replace(PARAMETER, (whole, name: string, one?: string, many?: string) => {
    const value = params[name];
    if (one === undefined || many === undefined) return String(value ?? whole);
    return String(value) === '1' ? one : many;
  });
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
