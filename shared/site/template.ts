import { escapeAttribute } from '../content/index.ts';

/** HTML that is safe to put into a page as it is. Made only by {@link html} and {@link trusted}. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template. `null` and `false` draw nothing. */
export type Value = string | number | null | false | Markup | readonly Markup[];

/**
 * HTML from a template. Every value is escaped, for text and for a quoted attribute alike, unless it is Markup itself.
 * Attributes must be written with double quotes.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(parts.map((part, index) => part + draw(values[index] ?? null)).join(''));
}

/** Takes text for HTML as it is. Only for an article that an approval was signed over, and for nothing typed. */
export function trusted(text: string): Markup {
  return new Markup(text);
}

function draw(value: Value): string {
  if (value === null || value === false) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map((item) => item.text).join('');
  return escapeAttribute(String(value));
}
