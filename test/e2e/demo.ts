import { type Person, personAt } from './person.ts';
import type { Program } from './program.ts';
import { say } from './words.ts';

/** From the welcome screen to the sample unit's posts, watching its progress. */
export async function startDemo(program: Program): Promise<Person> {
  const person = personAt(program);
  await person.button('window.welcome.demoStart').click();
  await person.page.getByRole('progressbar', { name: say('window.welcome.demoBusy') }).waitFor();
  await person.list.getByRole('option').first().waitFor();
  return person;
}
