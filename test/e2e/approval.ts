import { articleOf } from '../integration/board.ts';
import type { Person } from './person.ts';
import { say } from './words.ts';

/**
 * Opens the approval of the open post, reads the article in it, and approves it with the PIN that `pinOf` knows or
 * finds in what the dialog says. Returns the article that was shown, byte for byte.
 */
export async function approveOpenPost(person: Person, pinOf: (dialogText: string) => string): Promise<string> {
  await person.act('approve');
  const dialog = person.dialog('window.approve.title');
  const shown = await dialog.getByTitle(say('window.article.title')).getAttribute('srcdoc');
  await dialog.getByLabel(say('window.pin.ask')).fill(pinOf((await dialog.textContent()) ?? ''));
  await dialog.getByRole('button', { name: say('action.approve') }).click();
  await dialog.waitFor({ state: 'hidden' });
  return articleOf(shown ?? '');
}

/** Where the open post's link to its public page leads. */
export async function publicAddress({ details }: Person): Promise<string> {
  const link = details.getByRole('link', { name: say('window.details.public') });
  return (await link.getAttribute('href')) ?? '';
}
