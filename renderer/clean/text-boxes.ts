/** What Word writes for readers that know its drawings; for others a picture follows, without the words. */
const DRAWING = /^\[if gte vml \d+\]>([\s\S]*?)(?:<!\[endif\])?$/;

/**
 * The boxes of words in a drawing of Word, which stand in a comment of the page; none where words follow for those who do
 * not know drawings.
 */
export function textBoxesIn(comment: ChildNode): Element[] {
  const [, markup = ''] = DRAWING.exec((comment.nodeValue ?? '').trim()) ?? [];
  if (!markup.includes('<v:textbox') || hasWordsInstead(comment)) return [];
  const page = new DOMParser().parseFromString(markup, 'text/html');
  const boxes = [...page.body.querySelectorAll('*')].filter(({ tagName }) => tagName.toLowerCase() === 'v:textbox');
  // A box within a box is read with it.
  return boxes.filter((box) => !boxes.some((other) => other !== box && other.contains(box)));
}

function hasWordsInstead(comment: ChildNode): boolean {
  let next = comment.nextSibling;
  if (next?.nodeType !== 8 || !/^\[if !vml\]/.test((next.nodeValue ?? '').trim())) return false;
  for (next = next.nextSibling; next !== null; next = next.nextSibling) {
    if (next.nodeType === 8 && /^\[endif\]/.test((next.nodeValue ?? '').trim())) return false;
    if (next.nodeType !== 8 && (next.textContent ?? '').trim() !== '') return true;
  }
  return false;
}
