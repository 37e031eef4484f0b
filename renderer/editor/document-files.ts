import { escapeText, LIMITS } from '../../shared/content/index.ts';
import { AppError, type Client } from '../../shared/contract/index.ts';
import { guessLegacyEncoding } from '../../shared/vietnamese/index.ts';
import { readBase64 } from './read-file.ts';

/** Names of the files that can be brought into a post, for the dialog that chooses one. */
export const DOCUMENT_KINDS = '.docx,.html,.htm,.md,.txt';

/** Whether a file is one that can be brought into a post. */
export function isDocument({ name }: File): boolean {
  return /\.(docx?|html?|md|txt)$/i.test(name);
}

/** A document as a page to clean. Rejects with an `AppError` a person can act on. */
export async function readDocument(file: File, client: Client): Promise<{ html: string }> {
  if (file.size > LIMITS.documentBytes) throw new AppError('document_too_large');
  if (/\.docx$/i.test(file.name)) {
    const { html } = await client.call('import.docx', { data: await readBase64(file) });
    return { html };
  }
  if (/\.doc$/i.test(file.name)) throw new AppError('document_kind');
  const decoded = decode(await file.arrayBuffer());
  if (/\.md$/i.test(file.name)) return { html: await htmlOfMarkdown(decoded) };
  if (!/\.txt$/i.test(file.name)) return { html: decoded };
  const lines = decoded.split(/\r\n|\r|\n/);
  return { html: lines.map((line) => `<p>${escapeText(line)}</p>`).join('') };
}

/** Markdown as a page, which is cleaned like any other: HTML may stand in it. */
async function htmlOfMarkdown(text: string): Promise<string> {
  // Fetched when first asked for: most days nobody does.
  const { marked } = await import('marked');
  return marked.parse(text, { async: false, gfm: true });
}

/**
 * Old pages name their encoding within; files without a name for it are UTF-8, or say UTF-16 by their first bytes. What is
 * no UTF-8 after all was written on an old computer, its letters one byte each.
 */
function decode(bytes: ArrayBuffer): string {
  const start = new TextDecoder('latin1').decode(bytes.slice(0, 2_048));
  const byMark = start.startsWith('ÿþ') ? 'utf-16le' : start.startsWith('þÿ') ? 'utf-16be' : null;
  const named = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1] ?? 'utf-8';
  // So pages of TCVN3 and VNI named their letters, which are those of Windows-1252 to our tables.
  const name = byMark ?? (/^x-user-defined$/i.test(named) ? 'windows-1252' : named);
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch {
    const letters = new TextDecoder('windows-1252').decode(bytes);
    const isOld = guessLegacyEncoding(letters.replace(/<[^>]*>/g, ' ')) !== null;
    return isOld ? letters : new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  }
}
