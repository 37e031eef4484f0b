import { hashText } from '../../shared/content/index.ts';
import { colourRules, isReadableColour, SITE_STYLE } from '../../shared/site/index.ts';

export { SITE_STYLE as STYLE };

const NAME = `site-${hashText(SITE_STYLE).slice(0, 12)}`;

/** Where the style is served. Its name changes with its content, so that it may be kept for ever. */
export const STYLE_PATH = `/assets/${NAME}.css`;

/** The style's address for a site's own colour (`#rrggbb`), which stands in its name; `null`: the plain one. */
export function stylePath(colour: string | null): string {
  return colour === null ? STYLE_PATH : `/assets/${NAME}-${colour.slice(1)}.css`;
}

/** The style under a name with a colour in it; `null` for another version's name, or a colour that none can read. */
export function styleNamed(file: string): string | null {
  const [, name, digits] = /^(.+)-([0-9a-f]{6})\.css$/.exec(file) ?? [];
  if (name !== NAME || digits === undefined || !isReadableColour(`#${digits}`)) return null;
  return `${SITE_STYLE}${colourRules(`#${digits}`)}`;
}
