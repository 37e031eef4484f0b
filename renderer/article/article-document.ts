import { escapeAttribute, escapeText, type Language } from '../../shared/content/index.ts';

/**
 * A whole document around an article's HTML, which goes in byte for byte. The stylesheet must be an absolute address:
 * a document from `srcdoc` has none of its own.
 */
export function articleDocument(html: string, language: Language, title: string, stylesheet: string): string {
  const head = `<meta charset="utf-8"><title>${escapeText(title)}</title><link rel="stylesheet" href="${escapeAttribute(stylesheet)}">`;
  return `<!doctype html><html lang="${language}"><head>${head}</head><body><main>${html}</main></body></html>`;
}
