import type { Formula } from './formula.ts';
import { readMathMl } from './mathml.ts';
import { readOmml } from './omml.ts';

/** A formula of a page as words, and whether it stands on a line of its own. */
export interface PageFormula {
  readonly formula: Formula;
  readonly isAlone: boolean;
}

/** The formula that an element is, in MathML or in the form of Word; `null` for any other. */
export function formulaOf(element: Element): PageFormula | null {
  const tag = element.tagName.toLowerCase();
  if (tag === 'math') return { formula: readMathMl(element), isAlone: element.getAttribute('display') === 'block' };
  if (tag === 'm:omath' || tag === 'm:omathpara') return { formula: readOmml(element), isAlone: tag === 'm:omathpara' };
  return null;
}

/** What Word writes into a comment for readers that know formulas; a picture of it follows for those that do not. */
const EQUATION = /^\[if gte msEquation \d+\]>([\s\S]*?)(?:<!\[endif\])?$/;

/** The formula that a comment holds, still as an element; `null` for any other comment. */
export function formulaInComment(comment: string): Element | null {
  const [, markup] = EQUATION.exec(comment.trim()) ?? [];
  if (markup === undefined) return null;
  const page = new DOMParser().parseFromString(closed(markup), 'text/html');
  return [...page.body.children].find((element) => formulaOf(element) !== null) ?? null;
}

/** HTML knows no element that ends in itself, so that what follows would stand within it. */
function closed(markup: string): string {
  return markup.replace(/<(m:\w+)([^<>]*)\/>/g, '<$1$2></$1>');
}

/** Around a picture of the formula in the comment before: see {@link formulaInComment}. */
export function isPictureOfFormula(comment: string): boolean {
  return /^\[if !msEquation\]/.test(comment.trim());
}

/** Whether a page hides a formula only to draw it some other way, as Wikipedia does. */
export function isDrawnOtherwise(element: Element): boolean {
  return /(?:^|\s)(?:mwe-math-mathml|katex-mathml)/.test(element.getAttribute('class') ?? '');
}

/** Whether an element draws a formula once more that stands beside it as MathML: by KaTeX, MathJax or as a picture. */
export function isDrawnAgain(element: Element): boolean {
  const isDrawing = element.getAttribute('aria-hidden') === 'true' || element.localName === 'img';
  if (!isDrawing || element.querySelector('math') !== null) return false;
  const whole = element.closest('.katex, .MathJax, mjx-container, .mwe-math-element');
  return whole !== null && whole !== element && whole.querySelector('math') !== null;
}

/** The words of a formula that is there as a picture only; `null` for other pictures. */
export function wordsOfPicture(picture: Element): string | null {
  const isFormula = /(?:^|\s)(?:mwe-math-fallback\S*|latex|tex)(?:\s|$)/.test(picture.getAttribute('class') ?? '');
  const said = (picture.getAttribute('alt') ?? '').trim();
  return isFormula && said !== '' ? said : null;
}
