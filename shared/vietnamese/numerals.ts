const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** A number from 1 to 3999 in small Roman letters; others in digits. */
export function toRoman(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number >= 4_000) return String(number);
  let [left, roman] = [number, ''];
  for (const [value, letters] of ROMAN) for (; left >= value; left -= value) roman += letters;
  return roman;
}

/** A number as a page counts with letters: a … z, aa, ab …; below 1 in digits. */
export function toLetters(number: number): string {
  if (!Number.isInteger(number) || number < 1) return String(number);
  let letters = '';
  for (let left = number; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(97 + ((left - 1) % 26)) + letters;
  return letters;
}
