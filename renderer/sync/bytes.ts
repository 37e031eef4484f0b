import type { MessageLanguage } from '../../shared/i18n/index.ts';

/** `412 byte`, `36 KB`, `1,2 MB` (1 KB is 1.000 bytes, as portals and phone companies count). */
export function bytesText(language: MessageLanguage, bytes: number): string {
  const mark = language === 'vi' ? ',' : '.';
  if (bytes < 1_000) return `${bytes} byte`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1).replace('.', mark)} MB`;
}
