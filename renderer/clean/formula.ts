import { TEXT_FORMAT } from '../../shared/content/index.ts';

/** Words of a formula that look alike: on the line, below it or above it. */
export interface Piece {
  readonly text: string;
  readonly format: 0 | typeof TEXT_FORMAT.sub | typeof TEXT_FORMAT.sup;
}
export type Formula = readonly Piece[];

const { sub: SUB, sup: SUP } = TEXT_FORMAT;
/** A number, one letter, or a name of letters only in front of an index or power. */
const SINGLE = /^(?:\p{L}\p{M}*|\d[\d.,]*)$/u;
const NAME = /^[\p{L}\p{M}]+$/u;
const BRACKETS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '|': '|' };
/** Signs that stand between two parts, with a space on either side. */
const BETWEEN = /^[-+=<>−±∓×÷·⋅∗≤≥≠≈≡∼≅∝→←↔⇒⇐⇔∈∉⊂⊆∪∩∧∨∣∥⊥]$/u;
/** What multiplies or applies without being seen. */
const UNSEEN = /[\u2061-\u2064\u200b]/g;

export const words = (text: string): Formula => {
  const seen = text.replace(UNSEEN, '').replace(/\s+/g, ' ');
  return seen === '' ? [] : [{ text: seen, format: 0 }];
};

/** A sign: with spaces between two parts, without any in front of one (`−5`). */
export function sign(text: string, isBetween: boolean): Formula {
  const bare = text.replace(UNSEEN, '').trim();
  return words(isBetween && BETWEEN.test(bare) ? ` ${bare} ` : bare);
}

/** Whether words are a sign that stands between two parts. */
export function isSign(text: string): boolean {
  return BETWEEN.test(text.trim());
}

/** Whether a fraction may stand in front of these words, or behind those, and be no other fraction: `1/2 x` is two. */
export function beginsApart(text: string): boolean {
  const first = text.trim().charAt(0);
  return first === '' || isSign(first) || /[,;:.)\]}]/.test(first);
}
export function endsApart(text: string): boolean {
  const last = text.trim().slice(-1);
  return last === '' || isSign(last) || /[,;:([{]/.test(last);
}

export function textOf(formula: Formula): string {
  return formula.map(({ text }) => text).join('');
}

export function bracketed(formula: Formula, open = '(', close = ')'): Formula {
  return [...words(open), ...formula, ...words(close)];
}

/** In brackets, where another reading of the line would be another formula. */
function asOne(formula: Formula, isName = false): Formula {
  const text = textOf(formula);
  if (text === '' || SINGLE.test(text) || (isName && NAME.test(text)) || isBracketed(text)) return formula;
  // An index or a power binds closest anyway: x² over y₁.
  const isTight = formula.length === 2 && formula[1]?.format !== 0 && SINGLE.test(formula[0]?.text ?? '');
  return isTight && !isName ? formula : bracketed(formula);
}

function isBracketed(text: string): boolean {
  const close = BRACKETS[text.charAt(0)];
  if (close === undefined || !text.endsWith(close) || text.length < 2) return false;
  const inner = text.slice(1, -1);
  return !inner.includes(close) && !inner.includes(text.charAt(0));
}

/** A part with what stands below and above it at its end. What is lowered within those is written out: `x^(a₁)`. */
export function scripted(base: Formula, below: Formula, above: Formula): Formula {
  const whole = textOf(base) === '∑' || textOf(base) === '∏' ? base : asOne(base, true);
  return [...whole, ...script(below, SUB, '_'), ...script(above, SUP, '^')];
}

export function script(formula: Formula, format: typeof SUB | typeof SUP, mark: '_' | '^'): Formula {
  if (formula.every((piece) => piece.format === 0)) return formula.map(({ text }) => ({ text, format }));
  return [...words(mark), ...bracketed(formula)];
}

export function fraction(above: Formula, below: Formula): Formula {
  return [...asOne(above), ...words('/'), ...asOne(below)];
}

export function root(inner: Formula, degree: Formula = []): Formula {
  const isOne = SINGLE.test(textOf(inner)) && inner.length === 1;
  return [...script(degree, SUP, '^'), ...words('√'), ...(isOne ? inner : bracketed(inner))];
}

/** Rows of a matrix or of a system of equations, one after the other. */
export function rows(all: readonly (readonly Formula[])[]): Formula {
  return joined(
    all.map((cells) => joined(cells, ' ')),
    '; ',
  );
}

export function joined(parts: readonly Formula[], between: string): Formula {
  const full = parts.filter((part) => textOf(part).trim() !== '');
  return full.flatMap((part, at) => (at === 0 ? part : [...words(between), ...part]));
}
