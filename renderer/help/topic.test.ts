// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { topicAt } from './topic.ts';

const WINDOW = `
  <main data-help="viet-bai"><input id="title"></main>
  <aside data-help="gui-tham-dinh"><button id="send"></button></aside>
  <header><button id="account"></button></header>`;
const DIALOG =
  '<div data-modal><button id="close"></button><form data-help="duyet-va-ma-pin"><input id="pin"></form></div>';

function topicWith(html: string, focus: string | null): string | null {
  document.body.innerHTML = html;
  if (focus !== null) document.getElementById(focus)?.focus();
  return topicAt(document);
}

it.each([
  ['title', 'viet-bai'],
  ['send', 'gui-tham-dinh'],
  ['account', 'viet-bai'],
])('the guide opens for where the focus is: %s', (focus, page) => {
  expect(topicWith(WINDOW, focus)).toBe(page);
});

it.each(['pin', 'close', 'title'])('in a dialog it opens for the dialog, wherever in it the focus is: %s', (focus) => {
  expect(topicWith(WINDOW + DIALOG, focus)).toBe('duyet-va-ma-pin');
});

it('it opens for a panel whose button is marked, and at its beginning where nothing is', () => {
  expect(topicWith(`${WINDOW}<button data-popup-open data-help="mat-mang-va-dong-bo"></button>`, null)).toBe(
    'mat-mang-va-dong-bo',
  );
  expect(topicWith('<p>…</p>', null)).toBeNull();
});
