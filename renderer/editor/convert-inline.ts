import { type InlineNode, LIMITS } from '../../shared/content/index.ts';

/** Words within a block, both ways between ours and Lexical's. See `convert.ts`. */

/** A serialized Lexical node, as far as this file looks into it. Lexical fills in what is missing. */
export interface LexicalJson {
  readonly type: string;
  readonly children?: readonly LexicalJson[];
  readonly $?: { readonly [state: string]: unknown };
  readonly [property: string]: unknown;
}

const ALL_FORMATS = 127;

export function nodesOfInline(children: readonly InlineNode[]): LexicalJson[] {
  return children.map((child) => {
    if (child.type === 'text') return { type: 'text', text: child.text, format: child.format ?? 0 };
    if (child.type === 'linebreak') return { type: 'linebreak' };
    return { type: 'link', url: child.url, children: nodesOfInline(child.children) };
  });
}

/** The words of a node, in our shape. Lists in it are not its words. */
export function inlineOf(node: LexicalJson): InlineNode[] {
  const result: InlineNode[] = [];
  for (const child of node.children ?? []) appendInline(result, child);
  return result;
}

function appendInline(result: InlineNode[], node: LexicalJson): void {
  if (node.type === 'list') return;
  if (node.type === 'linebreak') result.push({ type: 'linebreak' });
  else if (typeof node.text === 'string') appendText(result, node.text, node.format);
  else if (isLink(node)) result.push({ type: 'link', url: node.url, children: withoutLinks(inlineOf(node)) });
  else for (const child of node.children ?? []) appendInline(result, child);
}

/** Joins neighbours of one format, as the normal form has them; text itself stays as typed. */
function appendText(result: InlineNode[], text: string, rawFormat: unknown): void {
  if (text === '') return;
  const format = typeof rawFormat === 'number' ? rawFormat & ALL_FORMATS : 0;
  const previous = result.at(-1);
  if (previous?.type === 'text' && (previous.format ?? 0) === format) {
    result[result.length - 1] = { ...previous, text: previous.text + text };
  } else {
    result.push({ type: 'text', text, ...(format === 0 ? {} : { format }) });
  }
}

function isLink(node: LexicalJson): node is LexicalJson & { url: string } {
  const { type, url } = node;
  if (type !== 'link' && type !== 'autolink') return false;
  return typeof url === 'string' && url !== '' && url.length <= LIMITS.urlCharacters;
}

function withoutLinks(children: readonly InlineNode[]): Exclude<InlineNode, { type: 'link' }>[] {
  return children.flatMap((child) => (child.type === 'link' ? child.children : [child]));
}

/** The id on a serialized node, or `null`. */
export function idOf(node: LexicalJson): string | null {
  const id = node.$?.id;
  return typeof id === 'string' && id !== '' && id.length <= 64 ? id : null;
}
