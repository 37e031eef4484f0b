import { attribute, tokensOf } from './word-xml.ts';

/** What a style of Word says of its paragraphs or words, as far as it matters here. */
export interface WordStyle {
  readonly isHeading: boolean;
  readonly list: string | null;
  readonly level: number | null;
  readonly font: string | null;
}

export interface WordStyles {
  /** A style with all it takes over from those it is based on. */
  of(id: string | null): WordStyle;
  /** The font of words that nothing else says one for. */
  readonly font: string | null;
}

interface Style extends WordStyle {
  readonly base: string | null;
}

const NONE: Style = { isHeading: false, list: null, level: null, font: null, base: null };
/** A style that is based on itself, by whatever way, must not end the program. */
const DEEPEST = 20;

/** @param xml `word/styles.xml` (ECMA-376, 17.7) */
export function readStyles(xml: string): WordStyles {
  const styles = new Map<string, Style>();
  let id: string | null = null;
  let font: string | null = null;
  let normal: string | null = null;
  for (const token of tokensOf(xml)) {
    if (token.kind === 'close' && token.name === 'w:style') id = null;
    if (token.kind !== 'open') continue;
    const value = attribute(token, 'w:val');
    if (token.name === 'w:style') {
      id = attribute(token, 'w:styleId');
      if (attribute(token, 'w:type') === 'paragraph' && /^(1|true)$/.test(attribute(token, 'w:default') ?? ''))
        normal = id;
      if (id !== null) styles.set(id, NONE);
    }
    const change = (part: Partial<Style>): void => {
      if (id !== null) styles.set(id, { ...(styles.get(id) ?? NONE), ...part });
    };
    if (token.name === 'w:name') change({ isHeading: /^(?:heading [1-6]|title)$/i.test(value ?? '') });
    else if (token.name === 'w:basedOn') change({ base: value });
    else if (token.name === 'w:numId') change({ list: value });
    else if (token.name === 'w:ilvl') change({ level: Number(value) });
    else if (token.name === 'w:rFonts') {
      const own = attribute(token, 'w:hAnsi') ?? attribute(token, 'w:ascii');
      if (id === null) font ??= own;
      else if (own !== null) change({ font: own });
    }
  }
  const of = (from: string | null, depth = 0): WordStyle => {
    const style = from === null || depth > DEEPEST ? undefined : styles.get(from);
    if (style === undefined) return NONE;
    const base = of(style.base, depth + 1);
    return {
      isHeading: style.isHeading || base.isHeading,
      list: style.list ?? base.list,
      level: style.level ?? base.level,
      font: style.font ?? base.font,
    };
  };
  return { of: (from) => of(from), font: of(normal).font ?? font };
}
