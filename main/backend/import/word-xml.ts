/** One tag or one stretch of text of a WordprocessingML part, and where it stands. */
export interface XmlToken {
  readonly name: string;
  /** `open` for a tag that stands alone too, see {@link isAlone}. */
  readonly kind: 'open' | 'close' | 'text';
  readonly isAlone: boolean;
  readonly attributes: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN = /<(\/?)([\w:.-]+)([^<>]*?)(\/?)>|([^<]+)/g;

/** The tags and texts of a part in order; names as Word writes them, with their usual prefixes. Linear in its length. */
export function* tokensOf(xml: string): Generator<XmlToken> {
  for (const match of xml.matchAll(TOKEN)) {
    const { 0: whole, 1: close, 2: name = '', 3: attributes = '', 4: alone, 5: text, index } = match;
    const kind = text !== undefined ? 'text' : close === '/' ? 'close' : 'open';
    yield { name, kind, isAlone: alone === '/', attributes, text: text ?? '', start: index, end: index + whole.length };
  }
}

/** The value of an attribute, `null` when it is not there. */
export function attribute({ attributes }: XmlToken, name: string): string | null {
  return new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1] ?? null;
}

/** The font that a `w:rFonts` names for letters, still escaped. */
export function fontIn(token: XmlToken): string | null {
  return attribute(token, 'w:ascii') ?? attribute(token, 'w:hAnsi');
}

/** Text made safe between the tags of a part. */
export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** A stretch of a part to be replaced. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The part with its edits made, those within a stretch that was replaced left out. */
export function edited(xml: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text } of edits.toSorted((one, other) => one.start - other.start)) {
    if (start < at) continue;
    result += xml.slice(at, start) + text;
    at = end;
  }
  return result + xml.slice(at);
}
