import { toRoman } from '../../../shared/vietnamese/index.ts';
import { attribute, fontIn, tokensOf } from './word-xml.ts';

/** How one level of a list of Word counts. */
interface Level {
  readonly start: number;
  readonly format: string;
  /** What is drawn: `%1.%2.`, with a level for each number. */
  readonly text: string;
  /** What it is drawn in, where that is said. */
  readonly font: string | null;
}

/** What Word draws before a paragraph that it numbers. */
export interface Drawn {
  readonly label: string;
  readonly number: number;
  readonly font: string | null;
}

/** Counts the numbered paragraphs of a document in their order. */
export interface Numbering {
  /** The next paragraph of that list and level; `null` for a bullet, and where nothing is drawn. */
  next(list: string, level: number): Drawn | null;
}

type Levels = Map<number, Level>;
interface List {
  readonly levels: string;
  readonly starts: Map<number, number>;
}

/** @param xml `word/numbering.xml` (ECMA-376, 17.9) */
export function openNumbering(xml: string): Numbering {
  const { kinds, lists } = readNumbering(xml);
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();
  return {
    next: (id, level) => {
      const list = lists.get(id);
      const levels = list && kinds.get(list.levels);
      const own = levels?.get(level);
      if (list === undefined || levels === undefined || own === undefined) return null;
      const counts = counters.get(list.levels) ?? [];
      counters.set(list.levels, counts);
      const startOf = (at: number): number => list.starts.get(at) ?? levels.get(at)?.start ?? 1;
      // A list of the same kind goes on counting, unless it says where it begins.
      if (!begun.has(id)) for (const at of list.starts.keys()) delete counts[at];
      begun.add(id);
      counts[level] = counts[level] === undefined ? startOf(level) : counts[level] + 1;
      counts.length = level + 1;
      for (let at = 0; at < level; at += 1) counts[at] ??= startOf(at);
      // A bullet is a sign; but some draw a word before each item: *Ví dụ:*.
      if (own.format === 'bullet' && !/\p{L}{2}/u.test(own.text)) return null;
      const label = own.text.replace(/%(\d)/g, (_whole, digit: string) => {
        if (own.format === 'none' && Number(digit) === level + 1) return '';
        const at = Number(digit) - 1;
        return written(counts[at] ?? 1, levels.get(at)?.format ?? 'decimal');
      });
      if (label.trim() === '') return null;
      return { label: label.trim(), number: counts[level], font: own.font };
    },
  };
}

function readNumbering(xml: string): { kinds: Map<string, Levels>; lists: Map<string, List> } {
  const kinds = new Map<string, Levels>();
  const lists = new Map<string, List>();
  let kind: Levels | null = null;
  let list: { readonly id: string; levels: string; readonly starts: Map<number, number> } | null = null;
  let at = 0;
  for (const token of tokensOf(xml)) {
    const { name } = token;
    if (token.kind !== 'open') {
      if (name === 'w:abstractNum') kind = null;
      else if (name === 'w:num') list = null;
      continue;
    }
    const value = attribute(token, 'w:val') ?? '';
    if (name === 'w:abstractNum') {
      kind = new Map();
      kinds.set(attribute(token, 'w:abstractNumId') ?? '', kind);
    } else if (name === 'w:num') {
      list = { id: attribute(token, 'w:numId') ?? '', levels: '', starts: new Map() };
      lists.set(list.id, list);
    } else if (name === 'w:lvl' || name === 'w:lvlOverride') {
      at = Number(attribute(token, 'w:ilvl') ?? 0);
      kind?.set(at, { start: 1, format: 'decimal', text: '', font: null });
    } else if (list !== null) {
      if (name === 'w:abstractNumId') list.levels = value;
      else if (name === 'w:startOverride') list.starts.set(at, Number(value));
    } else {
      const level = kind?.get(at);
      if (level === undefined) continue;
      if (name === 'w:start') kind?.set(at, { ...level, start: Number(value) });
      else if (name === 'w:numFmt') kind?.set(at, { ...level, format: value });
      else if (name === 'w:rFonts') kind?.set(at, { ...level, font: fontIn(token) });
      else if (name === 'w:lvlText') kind?.set(at, { ...level, text: value });
    }
  }
  return { kinds, lists };
}

/** A number as a format of Word writes it; a format that is not known, in digits. */
function written(number: number, format: string): string {
  if (/Letter$/.test(format)) {
    const letter = String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.floor((number - 1) / 26) + 1);
    return format.startsWith('upper') ? letter.toUpperCase() : letter;
  }
  if (/Roman$/.test(format)) return format.startsWith('upper') ? toRoman(number).toUpperCase() : toRoman(number);
  return format === 'decimalZero' ? String(number).padStart(2, '0') : String(number);
}
