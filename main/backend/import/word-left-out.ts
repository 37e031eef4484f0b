import { attribute, type Edit, edited, tokensOf } from './word-xml.ts';

/** Words of a document that are no part of its text, told to the person; `pictures` have none that can be read. */
export interface LeftOut {
  readonly kind: 'deleted' | 'hidden' | 'comments' | 'margins' | 'pictures';
  /** Still escaped, as they stand in the part. */
  readonly words: string;
}

/**
 * `word/document.xml` without its hidden words (they would be seen by all), and what is left out of it: those, what was
 * struck while changes were tracked, and drawings that are data.
 */
export function withoutHidden(xml: string): { readonly xml: string; readonly leftOut: readonly LeftOut[] } {
  const edits: Edit[] = [];
  const leftOut: LeftOut[] = [];
  /** Runs around, whether each is hidden. */
  const runs: { isHidden: boolean }[] = [];
  let [properties, start, unread] = [0, 0, 0];
  let [struck, hidden] = ['', ''];
  const tell = (kind: LeftOut['kind'], words: string): void => {
    if (words.trim() !== '') leftOut.push({ kind, words });
  };
  const endHidden = (): void => {
    tell('hidden', hidden);
    hidden = '';
  };
  for (const token of tokensOf(xml)) {
    const { name, kind, isAlone } = token;
    const step = kind === 'text' || isAlone ? 0 : kind === 'open' ? 1 : -1;
    // Told from its other form, which is the one that is read.
    if (name === 'mc:Choice') unread += step;
    if (unread > 0) continue;
    if (name === 'w:r' && step === 1) runs.push({ isHidden: false });
    else if (name === 'w:r' && step === -1) {
      if (runs.pop()?.isHidden !== true) endHidden();
    } else if (name === 'w:rPr') properties += step;
    else if (name === 'w:vanish' && properties > 0 && kind === 'open') {
      const run = runs.at(-1);
      if (run !== undefined && !/^(?:0|false|off)$/.test(attribute(token, 'w:val') ?? '')) run.isHidden = true;
    } else if (name === 'w:t' && step !== 0 && runs.at(-1)?.isHidden === true) {
      if (step === 1) start = token.end;
      else {
        hidden += xml.slice(start, token.start);
        edits.push({ start, end: token.start, text: '' });
      }
    } else if (name === 'w:delText' && step !== 0) {
      if (step === 1) start = token.end;
      else struck += xml.slice(start, token.start);
    } else if (name === 'w:del' && step === -1) {
      tell('deleted', struck);
      struck = '';
    } else if (name === 'w:p' && step === -1) endHidden();
    else if ((name === 'c:chart' || name === 'dgm:relIds') && kind === 'open')
      leftOut.push({ kind: 'pictures', words: '' });
  }
  return { xml: edited(xml, edits), leftOut };
}

/** The comments of a document, each by its words. @param xml `word/comments.xml` */
export function commentsIn(xml: string): LeftOut[] {
  return xml
    .split('</w:comment>')
    .slice(0, -1)
    .map((comment): LeftOut => ({ kind: 'comments', words: wordsIn(comment) }));
}

/** The heads and feet of pages that say something: a number alone does not. @param parts `word/header1.xml` and the like */
export function marginsIn(parts: readonly string[]): LeftOut[] {
  const said = new Set(parts.map(wordsIn).filter((words) => /\p{L}{2}/u.test(words)));
  return [...said].map((words): LeftOut => ({ kind: 'margins', words }));
}

/** The HTML of what was left out, for the cleaning to tell. */
export function htmlOfLeftOut(leftOut: readonly LeftOut[]): string {
  return leftOut.map(({ kind, words }) => `<p data-left-out="${kind}">${words}</p>`).join('');
}

function wordsIn(xml: string): string {
  let words = '';
  let inWords = false;
  for (const { name, kind, text } of tokensOf(xml)) {
    if (kind === 'text') words += inWords ? text : '';
    else if (name === 'w:t') inWords = kind === 'open';
    else if (name === 'w:p' && kind === 'close') words += ' ';
  }
  return words.trim();
}
