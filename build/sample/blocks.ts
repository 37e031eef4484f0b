import { type Block, type InlineNode, newBlockId, TEXT_FORMAT } from '../../shared/content/index.ts';
import type { SampleBlock, SampleText } from './types.ts';

/** The blocks of a sample post. `hashOf` gives the stored picture of a key. */
export function toBlocks(body: readonly SampleBlock[], hashOf: (picture: string) => string): Block[] {
  return body.map((block): Block => {
    const id = newBlockId();
    if ('p' in block) return { id, type: 'paragraph', children: toInline(block.p) };
    if ('h2' in block) return { id, type: 'heading', level: 2, children: toInline(block.h2) };
    if ('h3' in block) return { id, type: 'heading', level: 3, children: toInline(block.h3) };
    if ('quote' in block) return { id, type: 'quote', children: toInline(block.quote) };
    if ('ul' in block) return { id, type: 'list', ordered: false, items: toItems(block.ul) };
    if ('ol' in block) return { id, type: 'list', ordered: true, items: toItems(block.ol) };
    return { id, type: 'figure', media: hashOf(block.figure), alt: block.alt, caption: block.caption };
  });
}

function toItems(items: readonly SampleText[]) {
  return items.map((text) => ({ id: newBlockId(), children: toInline(text) }));
}

/** Reads `**bold**`, `*italic*` and `[label](address)`: all that sample texts use. */
function toInline(text: SampleText): InlineNode[] {
  const nodes: InlineNode[] = [];
  const mark = /\*\*(?<bold>[^*]+)\*\*|\*(?<italic>[^*]+)\*|\[(?<label>[^\]]+)\]\((?<url>[^)]+)\)/g;
  let from = 0;
  for (const match of text.matchAll(mark)) {
    if (match.index > from) nodes.push({ type: 'text', text: text.slice(from, match.index) });
    const { bold, italic, label, url } = match.groups ?? {};
    if (bold !== undefined) nodes.push({ type: 'text', text: bold, format: TEXT_FORMAT.bold });
    else if (italic !== undefined) nodes.push({ type: 'text', text: italic, format: TEXT_FORMAT.italic });
    else if (label !== undefined && url !== undefined)
      nodes.push({ type: 'link', url, children: [{ type: 'text', text: label }] });
    from = match.index + match[0].length;
  }
  if (from < text.length) nodes.push({ type: 'text', text: text.slice(from) });
  return nodes;
}
