/** What Chromium has since version 121 and `lib.dom` does not know yet. */
interface KeyTaker extends HTMLElement {
  editContext: object | null;
}
type WithKeyTakers = Window & { readonly EditContext?: new () => object };

/**
 * Puts a cursor into a page that is only read, so that words can be selected by keyboard alone: the arrows move it, Shift
 * selects. What is typed goes into an EditContext to which nobody listens, so that no key and no input method changes the
 * page: it stays as it was rendered.
 *
 * @param label what the page is then called, for a screen reader.
 * @returns what takes the cursor away again; `null` where the page has no article or the browser no such cursor.
 */
export function openTextCursor(page: Document, label: string): (() => void) | null {
  const Taker = (page.defaultView as WithKeyTakers | null)?.EditContext;
  const main = page.querySelector<KeyTaker>('main');
  const first = page.querySelector('article.post h1, article.post p');
  if (Taker === undefined || main === null || first === null) return null;
  main.editContext = new Taker();
  const said = { role: 'textbox', 'aria-multiline': 'true', 'aria-readonly': 'true', 'aria-label': label };
  for (const [name, value] of Object.entries(said)) main.setAttribute(name, value);
  main.focus({ preventScroll: true });
  const selection = page.getSelection();
  // What is selected stays so; else the reading starts at the top.
  if (selection !== null && !(selection.rangeCount > 0 && main.contains(selection.anchorNode)))
    selection.collapse(first, 0);
  return () => {
    main.editContext = null;
    for (const name of Object.keys(said)) main.removeAttribute(name);
  };
}
