import type { InlineNode, TextNode } from './node.ts';
import { TEXT_FORMAT } from './node.ts';

/** The HTML of words within a block: texts with their formats, line breaks, links. */
export function renderInline(children: readonly InlineNode[]): string {
  return children
    .map((child) => {
      if (child.type === 'linebreak') return '<br>';
      if (child.type === 'text') return renderText(child);
      const inner = renderInline(child.children);
      return isSafeAddress(child.url) ? `<a href="${escapeAttribute(child.url)}" rel="noopener">${inner}</a>` : inner;
    })
    .join('');
}

const FORMAT_TAGS: readonly (readonly [number, string])[] = [
  [TEXT_FORMAT.bold, 'strong'],
  [TEXT_FORMAT.italic, 'em'],
  [TEXT_FORMAT.underline, 'u'],
  [TEXT_FORMAT.strike, 's'],
  [TEXT_FORMAT.code, 'code'],
  [TEXT_FORMAT.sub, 'sub'],
  [TEXT_FORMAT.sup, 'sup'],
];

function renderText(node: TextNode): string {
  let html = escapeText(node.text);
  for (const [bit, tag] of FORMAT_TAGS) if (((node.format ?? 0) & bit) !== 0) html = `<${tag}>${html}</${tag}>`;
  return html;
}

/** Whether a link may be drawn: http, https, mailto and tel only, and no control characters to hide another scheme. */
export function isSafeAddress(url: string): boolean {
  return /^(https?:\/\/|mailto:|tel:)[^\s\p{Cc}]+$/iu.test(url);
}

/** Text made safe between tags. */
export function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** Text made safe inside a double-quoted attribute. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replace(/"/g, '&quot;').replace(/'/g, '&#39;');
}
