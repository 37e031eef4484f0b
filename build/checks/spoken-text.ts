import { readFileSync } from 'node:fs';
import { parseAst } from 'vite';

/** Text that a person would read, found outside `shared/i18n`. */
export interface SpokenText {
  readonly line: number;
  readonly text: string;
}

/** Attributes that are read aloud or shown. */
const SPOKEN_ATTRIBUTES = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'title',
  'placeholder',
  'alt',
  'label',
]);

/** Letters that only Vietnamese writes. */
const VIETNAMESE = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i;
const LETTER = /\p{L}/u;

/** Text written into the code of a file: JSX text and spoken attributes, and Vietnamese in any string. */
export function spokenText(file: string): readonly SpokenText[] {
  const source = readFileSync(file, 'utf8');
  const found: SpokenText[] = [];
  const note = (node: Node, text: string): void => {
    found.push({ line: source.slice(0, node.start).split('\n').length, text: text.trim() });
  };
  const visit = (node: Node): void => {
    if (node.type === 'JSXText' && LETTER.test(String(node.value))) note(node, String(node.value));
    else if (node.type === 'JSXAttribute' && isSpokenLiteral(node)) note(node, source.slice(node.start, node.end));
    else if (node.type === 'Literal' && typeof node.value === 'string' && VIETNAMESE.test(node.value))
      note(node, node.value);
    else if (node.type === 'TemplateElement' && VIETNAMESE.test(rawOf(node))) note(node, rawOf(node));
    for (const child of Object.values(node).flat()) if (isNode(child)) visit(child);
  };
  visit(parseAst(source, { lang: file.endsWith('.tsx') ? 'tsx' : 'ts' }, file) as unknown as Node);
  return found;
}

/** A node of the syntax tree (ESTree with JSX), read without assuming more of its shape. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The words of one piece of a template. */
function rawOf({ value }: Node): string {
  return typeof value === 'object' && value !== null && 'raw' in value ? String(value.raw) : '';
}

function isSpokenLiteral(attribute: Node): boolean {
  const { name, value } = attribute;
  if (!isNode(name) || !isNode(value) || !SPOKEN_ATTRIBUTES.has(String(name.name))) return false;
  const literal = value.type === 'JSXExpressionContainer' && isNode(value.expression) ? value.expression : value;
  return literal.type === 'Literal' && typeof literal.value === 'string' && LETTER.test(literal.value);
}
