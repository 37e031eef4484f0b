import type { z } from 'zod';

/** Words that would become code, in whichever way a page might forget to quote them. Each names an `xss` element or attribute. */
export const HOSTILE = [
  '"><script xss>alert(1)</script>',
  `'><img xss src=x onerror=alert(1)>`,
  '</title></style></textarea></script><xss-el>',
  '<svg xss onload=alert(1)>',
  '"onmouseover="alert(1)"xss="',
  '&lt;xss-el&gt;&#60;xss-el&#62;',
  ']]><xss-el/><![CDATA[',
  '--><xss-el><!--',
  '{{7*7}}<%xss%>`<xss-el>',
] as const;
/** Addresses that would run code. */
export const HOSTILE_ADDRESSES = [
  'javascript:alert(1)//xss',
  'JaVaScRiPt:alert(1)//xss',
  'data:text/html,<script xss>alert(1)</script>',
  'vbscript:xss',
  '//xss.example/"onclick="alert(1)',
  'https://xss.example/"onclick="alert(1)',
] as const;

/** Given for an optional field that is not to be there. */
export const LEFT_OUT = Symbol('left out');

/** What a value is made with. */
export interface Filling {
  /** The turn: each field gets another of the hostile words each time. */
  readonly turn: number;
  /** Letters that tell a field from all others on a page. */
  readonly markOf: (path: string) => string;
  /** What a field must be for the rest to hold together, by its path (`blocks.figure.media`); `undefined`: anything; {@link LEFT_OUT}. */
  readonly given: (path: string) => unknown;
  /** Told of every field that took hostile words, by its path. */
  readonly onFilled: (path: string, words: string) => void;
}

/** zod's own description of a schema, as far as the walk below reads it. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly getter?: () => z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, unknown>>;
}

/**
 * A value of a schema in which every text that may hold hostile words does: optional fields are there, a list has one of
 * each kind. A field that comes to the schema later is filled too, without anybody thinking of it.
 *
 * @throws Error for a kind of schema that the walk does not know, or a text that takes none of the words and is not given.
 */
export function hostileValue(schema: z.ZodType, filling: Filling, path = '', depth = 0): unknown {
  const given = filling.given(path);
  if (given !== undefined) return given;
  const definition = schema.def as unknown as Definition;
  const inner = (next: z.ZodType | undefined, at = path): unknown => {
    if (next === undefined) throw new Error(`${path}: nothing inside`);
    return hostileValue(next, filling, at, depth + 1);
  };
  const under = (key: string): string => (path === '' ? key : `${path}.${key}`);
  switch (definition.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(definition.shape ?? {}).flatMap(([key, field]): [string, unknown][] => {
          // A list in a list in a list says nothing new.
          if (key === 'nested' && depth > 8) return [];
          const value = inner(field, under(key));
          return value === undefined || value === LEFT_OUT ? [] : [[key, value]];
        }),
      );
    case 'array':
      return kindsOf(definition.element).map((kind) => inner(kind, under(nameOf(kind))));
    case 'union': {
      const [open] = (definition.options ?? []).filter((one) => isText(one));
      return inner(open ?? definition.options?.[0]);
    }
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
      return inner(definition.innerType);
    case 'lazy':
      return inner(definition.getter?.());
    case 'pipe':
      return inner(definition.in);
    case 'string':
      return hostileText(schema, filling, path);
    case 'number':
      return [1, 2, 3, 100].find((value) => schema.safeParse(value).success);
    case 'boolean':
      return true;
    case 'literal':
      return definition.values?.[0];
    case 'enum':
      return Object.values(definition.entries ?? {})[0];
    case 'null':
      return null;
    default:
      throw new Error(`${path}: what is a ${definition.type}?`);
  }
}

function hostileText(schema: z.ZodType, { turn, markOf, onFilled }: Filling, path: string): string {
  const isAddress = /(^|\.)url$/.test(path);
  const words: readonly string[] = isAddress ? [...HOSTILE_ADDRESSES, ...HOSTILE] : HOSTILE;
  // Fields beside each other get different words in the same turn.
  const from = turn + path.length;
  for (let index = 0; index < words.length; index += 1) {
    const chosen = words[(from + index) % words.length] ?? '';
    const one = isAddress ? `${chosen}${markOf(path)}` : `${markOf(path)} ${chosen}`;
    if (!schema.safeParse(one).success) continue;
    onFilled(path, one);
    return one;
  }
  const plain = ['a@b.example', '', 'x'].find((one) => schema.safeParse(one).success);
  if (plain === undefined) throw new Error(`${path}: takes none of the hostile words: say what it is given`);
  return plain;
}

function isText(schema: z.ZodType): boolean {
  return schema.def.type === 'string';
}

/** The kinds a list may hold. */
function kindsOf(element: z.ZodType | undefined): readonly z.ZodType[] {
  const { type, options, getter } = (element?.def ?? {}) as unknown as Definition;
  if (type === 'lazy') return kindsOf(getter?.());
  return type === 'union' ? (options ?? []) : element === undefined ? [] : [element];
}

/** What a kind calls itself by its `type`, or `[]`. */
function nameOf(kind: z.ZodType): string {
  const { shape } = kind.def as unknown as Definition;
  const { values } = (shape?.type?.def ?? {}) as unknown as Partial<Definition>;
  return typeof values?.[0] === 'string' ? values[0] : '[]';
}
