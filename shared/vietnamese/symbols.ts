/** The signs that a font shows in place of letters, by letter. */
export type Symbols = ReadonlyMap<string, string>;

/**
 * Signs that Word itself writes (it makes Wingdings' arrow of `-->`, its face of `:)`) or that people pick from its list.
 * Pairs of a letter and what is seen.
 */
const WINGDINGS = 'à→ß←á↑â↓è➔ð⇨ï⇦ó⇔Ø➢ü✔û✘þ☑ý☒o□q❑n■l●u◆v❖§▪¨◻«★J☺K😐L☹(☎*✉F☞E☜';
/** Greek letters and signs of mathematics. */
const SYMBOL =
  'aαbβgγdδeεzζhηqθiιkκlλmμnνxξpπrρsσtτuυfφjϕcχyψwω' +
  'DΔGΓQΘLΛXΞPΠSΣFΦYΨWΩ' +
  '·•®→¬←Þ⇒Û⇔Ü⇐£≤³≥¹≠»≈´×¸÷Î∈Ï∉Ì⊂Ç∩È∪Æ∅Ð∠Ö√¥∞å∑ò∫"∀$∃^⊥@≅º≡µ∝';

const WINGDINGS_SIGNS = pairs(WINGDINGS);
const SYMBOL_SIGNS = pairs(SYMBOL);

/** What a font of signs shows, `null` for a font of letters. The first name of a list is the one that was seen. */
export function symbolsOfFont(family: string): Symbols | null {
  const name = (family.split(',')[0] ?? '').replace(/["']/g, '').trim().toLowerCase();
  if (name === 'wingdings') return WINGDINGS_SIGNS;
  return name === 'symbol' ? SYMBOL_SIGNS : null;
}

/** The words as they were seen. A sign without a letter of its own stays what it is. */
export function fromSymbols(text: string, symbols: Symbols): string {
  return Array.from(text, (letter) => symbols.get(letter) ?? letter).join('');
}

/** Word writes a sign by its letter, or by the same code in the private area from F000 on. */
function pairs(text: string): Symbols {
  const letters = Array.from(text);
  return new Map(
    letters.flatMap((letter, at): [string, string][] => {
      if (at % 2 === 1) return [];
      const sign = letters[at + 1] ?? letter;
      return [
        [letter, sign],
        [String.fromCharCode(0xf000 + letter.charCodeAt(0)), sign],
      ];
    }),
  );
}
