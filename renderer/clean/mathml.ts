import { TEXT_FORMAT } from '../../shared/content/index.ts';
import {
  bracketed,
  type Formula,
  fraction,
  isSign,
  joined,
  root,
  rows,
  script,
  scripted,
  sign,
  textOf,
  words,
} from './formula.ts';

/** Deeper parts are read as bare words. */
const DEEPEST = 60;
/** What is no part of what is seen. */
const UNREAD = new Set('annotation annotation-xml mphantom script style template none mprescripts'.split(' '));

/** A formula of MathML in one line of words, as one would read it out: `x² + 1`, `(a + b)/2`, `√(x + 1)`. */
export function readMathMl(math: Element): Formula {
  const read = within(math, 0);
  if (textOf(read).trim() !== '') return read;
  // Nothing is drawn but the words of another language, TeX mostly.
  return words(math.querySelector('annotation')?.textContent ?? '');
}

/** The elements within one, each a part. */
function partsIn(element: Element): Element[] {
  return [...element.children].filter(({ localName }) => !UNREAD.has(localName) || localName === 'none');
}

/** All that stands in an element, one beside the other. */
function within(element: Element, depth: number): Formula {
  const parts = partsIn(element);
  if (parts.length === 0) return UNREAD.has(element.localName) ? [] : words(element.textContent ?? '');
  return parts.flatMap((part, at) => {
    const read = readPart(part, at > 0 && !isSign(parts[at - 1]?.textContent ?? ''), depth + 1);
    // Without a sign between them, a fraction would take in what stands beside it.
    const isBeside = [parts[at - 1], parts[at + 1]].some((other) => other !== undefined && !isOperator(other));
    return part.localName === 'mfrac' && isBeside ? bracketed(read) : read;
  });
}

function isOperator(element: Element): boolean {
  return element.localName === 'mo' || element.localName === 'mspace';
}

function readPart(element: Element, isAfterPart: boolean, depth: number): Formula {
  const tag = element.localName;
  if (UNREAD.has(tag)) return [];
  if (depth > DEEPEST) return words(element.textContent ?? '');
  const parts = partsIn(element);
  const part = (at: number): Formula => {
    const one = parts[at];
    return one === undefined ? [] : readPart(one, false, depth + 1);
  };
  switch (tag) {
    case 'mo':
      return sign(element.textContent ?? '', isAfterPart);
    case 'mspace':
      return words(' ');
    case 'mfrac':
      return /^0(?:\D|$)/.test(element.getAttribute('linethickness') ?? '')
        ? bracketed([...part(0), ...words(' '), ...part(1)])
        : fraction(part(0), part(1));
    case 'msqrt':
      return root(within(element, depth));
    case 'mroot':
      return root(part(0), part(1));
    case 'msup':
    case 'mover':
      return scripted(part(0), [], part(1));
    case 'msub':
    case 'munder':
      return scripted(part(0), part(1), []);
    case 'msubsup':
    case 'munderover':
      return scripted(part(0), part(1), part(2));
    case 'mmultiscripts':
      return multiscripts(element, depth);
    case 'mfenced':
      return bracketed(
        joined(
          parts.map((_one, at) => part(at)),
          `${(element.getAttribute('separators') ?? ',').trim().charAt(0)} `,
        ),
        element.getAttribute('open') ?? '(',
        element.getAttribute('close') ?? ')',
      );
    case 'mtable':
      return rows(parts.map((row) => partsIn(row).map((cell) => within(cell, depth + 1))));
    case 'maction':
      return part(0);
    default:
      return within(element, depth);
  }
}

/** Indices and powers on both sides, as of an isotope: in pairs, those in front after a mark. */
function multiscripts(element: Element, depth: number): Formula {
  const all = [...element.children];
  const mark = all.findIndex(({ localName }) => localName === 'mprescripts');
  const [base, ...behind] = mark < 0 ? all : all.slice(0, mark);
  const inFront = mark < 0 ? [] : all.slice(mark + 1);
  const read = (one: Element): Formula => readPart(one, false, depth + 1);
  const scripts = (pairs: readonly Element[]): Formula =>
    pairs.flatMap((one, at) =>
      at % 2 === 0 ? script(read(one), TEXT_FORMAT.sub, '_') : script(read(one), TEXT_FORMAT.sup, '^'),
    );
  return [...scripts(inFront), ...(base === undefined ? [] : read(base)), ...scripts(behind)];
}
