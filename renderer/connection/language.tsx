import { createContext, type ReactNode, useCallback, useContext } from 'react';
import { AppError } from '../../shared/contract/index.ts';
import {
  type MessageKey,
  type MessageLanguage,
  type MessageParams,
  translate,
  translateCode,
} from '../../shared/i18n/index.ts';

const LanguageContext = createContext<MessageLanguage>('vi');

export function LanguageProvider({
  language,
  children,
}: {
  readonly language: MessageLanguage;
  readonly children: ReactNode;
}) {
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

/** The language of the window's own words; a post has one of its own. */
export function useLanguage(): MessageLanguage {
  return useContext(LanguageContext);
}

/** Returns the function that gives a message in the window's language. */
export function useT(): (key: MessageKey, params?: MessageParams) => string {
  const language = useLanguage();
  return useCallback((key, params) => translate(language, key, params), [language]);
}

/** Returns the function that gives the sentence for whatever a call failed with. */
export function useErrorSentence(): (error: unknown) => string {
  const language = useLanguage();
  return useCallback((error) => errorSentence(language, error), [language]);
}

/** The sentence for an error, or `null` when there is none. */
export function useErrorText(error: unknown): string | null {
  const language = useLanguage();
  return error === null || error === undefined ? null : errorSentence(language, error);
}

function errorSentence(language: MessageLanguage, error: unknown): string {
  if (!(error instanceof AppError)) return translateCode(language, 'error', 'internal');
  return translateCode(language, 'error', error.code, readableParams(language, error));
}

/** A denial carries the code of its reason: the sentence wants the words. */
function readableParams(language: MessageLanguage, error: AppError): MessageParams {
  const { reason } = error.params;
  if (error.code !== 'denied' || typeof reason !== 'string') return error.params;
  return { ...error.params, reason: translateCode(language, 'workflow.denied', reason) };
}
