/**
 * How many words a text has, counted between spaces: in Vietnamese the syllables (chữ), as Word counts them. A dash or dots
 * alone are none.
 */
export function countWords(text: string): number {
  return text.match(/(?<!\S)\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}
