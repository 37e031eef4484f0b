/** An address of a site without path or rest: `https://host`; `null` for what is none. */
export function originFrom(text: string): string | null {
  try {
    const { protocol, origin, pathname, search, hash, username } = new URL(text);
    const isPlain = pathname === '/' && search === '' && hash === '' && username === '';
    return isPlain && (protocol === 'https:' || protocol === 'http:') ? origin : null;
  } catch {
    return null;
  }
}
