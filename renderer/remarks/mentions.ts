/** A member of the board one can call on. */
export interface Person {
  readonly person: string;
  readonly name: string;
}

/** People offered at once. */
const OFFERED = 6;

/** The name that is being typed after an @ before the cursor, '' right after it; `null` where none is. */
export function mentionAt(text: string, cursor: number): string | null {
  const typed = /(?:^|[\s(“"])@([\p{L}\p{M} ]{0,40})$/u.exec(text.slice(0, cursor));
  return typed?.[1] ?? null;
}

/** The people whose name has the typed words in it, by beginnings of words, accents told apart only where typed. */
export function offeredFor(typed: string, people: readonly Person[], fold: (text: string) => string): Person[] {
  const words = fold(typed).trim();
  const isNamed = ({ name }: Person): boolean => ` ${fold(name)}`.includes(` ${words}`);
  return people.filter((one) => one.name !== '' && isNamed(one)).slice(0, OFFERED);
}

/** The text with the name put in place of what was typed after the @, and where the cursor stands then. */
export function withMention(text: string, cursor: number, name: string): { text: string; cursor: number } {
  const typed = mentionAt(text, cursor) ?? '';
  const before = `${text.slice(0, cursor - typed.length)}${name} `;
  return { text: before + text.slice(cursor), cursor: before.length };
}

/** Who is called on in a text: everybody whose whole name stands in it after an @. Of two names the longer is meant. */
export function mentionsIn(text: string, people: readonly Person[]): string[] {
  const called = new Set<string>();
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const rest = text.slice(at + 1).normalize('NFC');
    const fits = people.filter(
      ({ name }) => name !== '' && rest.startsWith(name) && !/^\p{L}/u.test(rest.slice(name.length)),
    );
    const most = Math.max(0, ...fits.map(({ name }) => name.length));
    for (const one of fits) if (one.name.length === most) called.add(one.person);
  }
  return [...called];
}
