import type { ChangeKind } from './changes.ts';

/**
 * What is no part of a text although its words are there: what somebody struck while changes were tracked, comments, and
 * what the reading of a Word document left out (`data-left-out`). A reader of the text would see none of it.
 */
export function leftOutOf(element: Element, declarations: string): ChangeKind | null {
  const said = element.getAttribute('data-left-out');
  const kind = LEFT_OUT.find((one) => one === said);
  if (kind !== undefined) return kind;
  if (element.localName === 'del' && isTracked(element)) return 'deleted';
  // Its number in the text; the comment itself is among the others at the end.
  const isComment = /mso-element\s*:\s*comment(?:;|\s*$)/i.test(declarations);
  return isComment || isCommentMark(element) || isGoogleComment(element) ? 'comments' : null;
}

const LEFT_OUT = [
  'deleted',
  'hidden',
  'comments',
  'margins',
  'pictures',
  'embedded',
] as const satisfies readonly ChangeKind[];

/** Whether an element is the mark of a comment of Word or Google Docs, or the line above all comments: no words of the text. */
export function isCommentMark(element: Element): boolean {
  const name = element.getAttribute('class') ?? '';
  return /\bMsoCommentReference\b|\bmsocomoff\b/.test(name) || isAnchor(element, /^cmnt_ref\d+$/, /^#cmnt\d+$/);
}

/**
 * Whether an element is a comment of a page that Google Docs saved: a box at the end of the page that begins with the way
 * back to the comment's mark.
 */
function isGoogleComment(element: Element): boolean {
  const paragraph = element.localName === 'div' ? element.firstElementChild : element;
  const back = paragraph?.localName === 'p' ? paragraph.firstElementChild : null;
  if (!back || !isAnchor(back, /^cmnt\d+$/, /^#cmnt_ref\d+$/)) return false;
  return (element.textContent ?? '').trimStart().startsWith((back.textContent ?? '').trim());
}

function isAnchor(element: Element, id: RegExp, address: RegExp): boolean {
  if (element.localName !== 'a' || !id.test(element.id)) return false;
  return address.test(element.getAttribute('href') ?? '');
}

/** Whether Word put an element there because somebody changed the text while changes were tracked. */
export function isTracked(element: Element): boolean {
  const isWordsOwn = /^mailto:/i.test(element.getAttribute('cite') ?? '') && element.hasAttribute('datetime');
  return isWordsOwn || /\bmso(?:Ins|Del)\b/.test(element.parentElement?.getAttribute('class') ?? '');
}
