import { getDOMTextNode, type LexicalEditor } from 'lexical';
import type { FoundInBody } from './find-places.ts';

/** Names under which `find.module.css` paints. */
const ALL = 'ban-thao-found';
const CURRENT = 'ban-thao-found-now';
/** On the block whose caption, which is no text in the document, is the current place. */
const BLOCK_MARK = 'data-found';

/**
 * Paints the places in the body without touching it: ranges of the CSS Custom Highlight API, so that nothing of it can
 * get into the text, its undo or the clipboard. A browser without it shows the current place by {@link bringIntoView} only.
 */
export function markBody(editor: LexicalEditor, found: readonly FoundInBody[], current: FoundInBody | null): void {
  clearBody(editor);
  if (current?.in === 'words') editor.getElementByKey(current.key)?.setAttribute(BLOCK_MARK, '');
  if (typeof Highlight === 'undefined') return;
  CSS.highlights.set(ALL, new Highlight(...found.flatMap((place) => rangesOf(editor, place))));
  if (current === null) return;
  const now = new Highlight(...rangesOf(editor, current));
  now.priority = 1;
  CSS.highlights.set(CURRENT, now);
}

export function clearBody(editor: LexicalEditor): void {
  for (const element of editor.getRootElement()?.querySelectorAll(`[${BLOCK_MARK}]`) ?? [])
    element.removeAttribute(BLOCK_MARK);
  if (typeof Highlight === 'undefined') return;
  CSS.highlights.delete(ALL);
  CSS.highlights.delete(CURRENT);
}

/** Scrolls the place into sight, to the middle: the top is under the tools. */
export function bringIntoView(editor: LexicalEditor, place: FoundInBody): void {
  const key = place.in === 'words' ? place.key : place.pieces[0]?.key;
  if (key !== undefined) editor.getElementByKey(key)?.scrollIntoView({ block: 'center' });
}

function rangesOf(editor: LexicalEditor, place: FoundInBody): Range[] {
  if (place.in === 'words') return [];
  return place.pieces.flatMap(({ key, start, end }) => {
    const text = getDOMTextNode(editor.getElementByKey(key));
    if (text === null || text.length < end) return [];
    const range = new Range();
    range.setStart(text, start);
    range.setEnd(text, end);
    return [range];
  });
}
