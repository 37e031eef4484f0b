import { translate } from '../i18n/index.ts';
import { extensionOfMime, FILE_TYPES, type FileExtension } from './file-types.ts';
import { escapeAttribute, escapeText } from './html-inline.ts';
import type { FileBlock } from './node.ts';
import type { FileReference, Language, MediaReference } from './revision.ts';

/** Where stored files are downloaded from, on the portal. */
export const FILE_FOLDER = '/tep';

/**
 * The HTML of a file to download: a link that names it, with its type and size in words, so that a reader on a phone
 * knows what will come. Without the file's facts there is nothing to lead to: then the words alone.
 */
export function renderFile({ title }: FileBlock, reference: MediaReference | undefined, language: Language): string {
  if (reference === undefined || reference.mime === 'image/webp')
    return `<p class="file">${escapeText(title ?? '')}</p>`;
  const name = downloadName(reference);
  const words = escapeText(title === undefined || title === '' ? name : title);
  const link = `<a href="${filePath(reference)}" download="${escapeAttribute(name)}">${words}</a>`;
  const about = `${fileTypeWords(extensionOfMime(reference.mime), language)}, ${fileSize(reference.bytes, language)}`;
  return `<p class="file">${link} <span class="about">${escapeText(about)}</span></p>`;
}

/** Where a file is served: its hash, and the end of the name that its type has. */
export function filePath({ hash, mime }: Pick<FileReference, 'hash' | 'mime'>): string {
  return `${FILE_FOLDER}/${hash}.${extensionOfMime(mime)}`;
}

/** The hash and type that the path of a file names, or `null` for another path. */
export function hashInFilePath(path: string): { readonly hash: string; readonly extension: FileExtension } | null {
  const [, hash, extension] = /^\/tep\/([0-9a-f]{64})\.([0-9a-z]+)$/.exec(path) ?? [];
  if (hash === undefined || extension === undefined || !Object.hasOwn(FILE_TYPES, extension)) return null;
  return { hash, extension: extension as FileExtension };
}

/** The name a file is saved under: no folder, nothing hidden or turned around in it, and the end that its type has. */
export function downloadName({ name, mime }: Pick<FileReference, 'name' | 'mime'>): string {
  const extension = extensionOfMime(mime);
  const plain = name.replace(/[\p{C}/\\:*?"<>|]+/gu, '_').replace(/^[.\s]+/, '');
  return plain.toLowerCase().endsWith(`.${extension}`) ? plain : `${plain}.${extension}`;
}

/** What kind of file it is, for people. */
export function fileTypeWords(extension: FileExtension, language: Language): string {
  return translate(language, `file.type.${extension}`);
}

/** `812 KB`, `1,2 MB`: thousands and millions of bytes, as shops and phones count them. */
export function fileSize(bytes: number, language: Language): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1_000))} KB`;
  const millions = Math.round(bytes / 100_000) / 10;
  return `${language === 'vi' ? String(millions).replace('.', ',') : millions} MB`;
}
