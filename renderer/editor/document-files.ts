import { escapeText, LIMITS } from '../../shared/content/index.ts';
import { AppError, type Client } from '../../shared/contract/index.ts';
import { decodeFile } from './decode-file.ts';
import { readBase64 } from './read-file.ts';

/** Names of the files that can be brought into a post, for the dialog that chooses one. */
export const DOCUMENT_KINDS = '.docx,.html,.htm,.md,.txt';

/** As Windows, old Macs, printers and other programs end lines and pages. */
const LINE_END = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/;

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
  const decoded = decodeFile(await file.arrayBuffer());
  if (/\.md$/i.test(file.name)) return { html: await htmlOfMarkdown(decoded) };
  if (!/\.txt$/i.test(file.name)) return { html: decoded };
  const lines = decoded.split(LINE_END);
  return { html: lines.map((line) => `<p>${escapeText(line)}</p>`).join('') };
}

/** Markdown as a page, which is cleaned like any other: HTML may stand in it. */
async function htmlOfMarkdown(text: string): Promise<string> {
  // Fetched when first asked for: most days nobody does.
  const { marked } = await import('marked');
  return marked.parse(text, { async: false, gfm: true });
}
