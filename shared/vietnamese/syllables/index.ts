export { findMisspellings, type Misspelling } from './spelling.ts';
export { suggestSyllables } from './suggest.ts';
export { isSyllable, type TonePlacement, tonePlacement } from './syllable.ts';
