import { readFileSync } from 'node:fs';

/**
 * One-letter slips, and whether spelling rules forbid the result. It shares no line with the checker: its own letters,
 * its own keyboard, its own list (`test/fixtures/spelling/rules.json`).
 */
const RULES = JSON.parse(readFileSync(new URL('../fixtures/spelling/rules.json', import.meta.url), 'utf8')) as {
  initials: string[];
  rimes: string;
};
const RIMES = new Set(RULES.rimes.split(' '));
const ALPHABET = 'abcdeghiklmnopqrstuvxyăâđêôơư';
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Every word one letter away: a letter left out, doubled, changed for any other letter, or two in the wrong order. */
export function slipsOf(word: string): Set<string> {
  const letters = [...word];
  const slips = new Set<string>();
  for (let at = 0; at < letters.length; at += 1) {
    const [before, after] = [letters.slice(0, at).join(''), letters.slice(at + 1).join('')];
    slips.add(before + after);
    slips.add(before + letters[at] + letters[at] + after);
    for (const other of ALPHABET) slips.add(before + other + after);
    if (at > 0) slips.add(letters.slice(0, at - 1).join('') + letters[at] + letters[at - 1] + after);
  }
  slips.delete(word);
  return slips;
}

/** Whether a word of two letters or more breaks a spelling rule: no such parts, c/k, g/gh, ng/ngh, or a stop with an open tone. */
export function isImpossible(word: string): boolean {
  const apart = word.normalize('NFD');
  const tones = apart.match(TONES) ?? [];
  if (tones.length > 1) return true;
  const bare = apart.replace(TONES, '').normalize('NFC');
  if (/(c|ch|p|t)$/.test(bare) && !/[\u0301\u0323]/.test(tones.join(''))) return true;
  return !RULES.initials.some((initial) => {
    const rime = bare.slice(initial.length);
    if (!bare.startsWith(initial)) return false;
    if (initial === 'gi') return rime === '' || RIMES.has(rime) || RIMES.has(`i${rime}`);
    if (initial === 'qu') return RIMES.has(rime) || RIMES.has(`u${rime}`);
    if (!RIMES.has(rime)) return false;
    const isFront = /^[eêiy]/.test(rime);
    return !(isFront && /^(c|ng)$/.test(initial)) && !(!isFront && /^(k|gh|ngh)$/.test(initial));
  });
}
