import {
  beginsApart,
  bracketed,
  endsApart,
  type Formula,
  fraction,
  joined,
  root,
  rows,
  scripted,
  words,
} from './formula.ts';

/** Deeper parts are read as bare words. */
const DEEPEST = 60;

/**
 * A formula of Word (Office Math, ECMA-376, 22.1) in one line of words. It comes from a document with its words in `m:t`,
 * from the clipboard right in `m:r`, with spans of HTML around any of its parts.
 */
export function readOmml(formula: Element): Formula {
  return within(formula, 0);
}

function nameOf(element: Element): string {
  return element.tagName.toLowerCase();
}

/** The elements of Office Math within one, through whatever HTML stands around them. */
function partsIn(element: Element): Element[] {
  return [...element.children].flatMap((child) => {
    const name = nameOf(child);
    if (name.startsWith('m:')) return name.endsWith('pr') ? [] : [child];
    return name.startsWith('w:') && name.endsWith('pr') ? [] : partsIn(child);
  });
}

function within(element: Element | undefined, depth: number): Formula {
  if (element === undefined) return [];
  if (depth > DEEPEST) return words(element.textContent ?? '');
  const parts = partsIn(element);
  return parts.flatMap((part, at) => {
    const read = readPart(part, depth + 1);
    if (nameOf(part) !== 'm:f') return read;
    const isBeside = !endsApart(parts[at - 1]?.textContent ?? '') || !beginsApart(parts[at + 1]?.textContent ?? '');
    return isBeside ? bracketed(read) : read;
  });
}

function readPart(element: Element, depth: number): Formula {
  const parts = partsIn(element);
  const part = (name: string): Formula =>
    within(
      parts.find((one) => nameOf(one) === name),
      depth,
    );
  const all = (name: string): Formula[] => parts.filter((one) => nameOf(one) === name).map((one) => within(one, depth));
  switch (nameOf(element)) {
    case 'm:t':
      return words(element.textContent ?? '');
    case 'm:r':
      return parts.length > 0 ? within(element, depth) : words(element.textContent ?? '');
    case 'm:f':
      return propertyOf(element, 'm:fpr', 'm:type') === 'nobar'
        ? bracketed([...part('m:num'), ...words(' '), ...part('m:den')])
        : fraction(part('m:num'), part('m:den'));
    case 'm:rad':
      return root(part('m:e'), part('m:deg'));
    case 'm:ssup':
    case 'm:ssub':
    case 'm:ssubsup':
      return scripted(part('m:e'), part('m:sub'), part('m:sup'));
    case 'm:spre':
      return [...scripted([], part('m:sub'), part('m:sup')), ...part('m:e')];
    case 'm:limlow':
      return scripted(part('m:e'), part('m:lim'), []);
    case 'm:limupp':
      return scripted(part('m:e'), [], part('m:lim'));
    case 'm:acc':
      return scripted(part('m:e'), [], words(above(propertyOf(element, 'm:accpr', 'm:chr') ?? '\u0302')));
    case 'm:bar':
      return scripted(part('m:e'), [], words('¯'));
    case 'm:func':
      return [...part('m:fname'), ...words(' '), ...part('m:e')];
    case 'm:nary': {
      const drawn = words(propertyOf(element, 'm:narypr', 'm:chr') ?? '∫');
      return [...scripted(drawn, part('m:sub'), part('m:sup')), ...words(' '), ...part('m:e')];
    }
    case 'm:d': {
      const [open, between, close] = ['m:begchr', 'm:sepchr', 'm:endchr'].map((name) =>
        propertyOf(element, 'm:dpr', name),
      );
      return bracketed(joined(all('m:e'), between ?? '|'), open ?? '(', close ?? ')');
    }
    case 'm:eqarr':
      return rows(all('m:e').map((line) => [line]));
    case 'm:m':
      return rows(parts.map((row) => partsIn(row).map((cell) => within(cell, depth + 1))));
    case 'm:omath':
      return within(element, depth);
    case 'm:phant':
      return propertyOf(element, 'm:phantpr', 'm:show') === '0' ? [] : part('m:e');
    default:
      return within(element, depth);
  }
}

/** A property of a part, `null` where it is unsaid: `m:dPr/m:begChr`. */
function propertyOf(element: Element, group: string, name: string): string | null {
  const groups = [...element.children].filter((child) => nameOf(child) === group);
  const said = groups.flatMap((own) => [...own.getElementsByTagName('*')]).find((one) => nameOf(one) === name);
  return said?.getAttribute('m:val') ?? null;
}

/** An accent as a sign of its own: on its letter it would make a letter of Vietnamese of it. */
function above(accent: string): string {
  return ACCENTS[accent] ?? accent;
}
const ACCENTS: Readonly<Record<string, string>> = {
  '\u0302': '^',
  '\u0303': '~',
  '\u0304': '¯',
  '\u0305': '¯',
  '\u0307': '˙',
  '\u0308': '¨',
  '\u20d7': '→',
};
