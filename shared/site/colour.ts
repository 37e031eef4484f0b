/** The colours that a site's own one must stand out from: the page's and the band's, light and dark (`SITE_STYLE`). */
const GROUNDS = { light: ['#ffffff', '#f3f5f8'], dark: ['#14181d', '#1c2229'] } as const;

/** WCAG 2.2, 1.4.3: the contrast of text with its ground. */
const READABLE = 4.5;
const STEPS = 50;

/** The colour of a site that chose none. */
export const DEFAULT_COLOUR = '#0c4f8a';

/** Whether links in this colour (`#rrggbb`) can be read on the site's light grounds. */
export function isReadableColour(colour: string): boolean {
  return GROUNDS.light.every((ground) => contrast(colour, ground) >= READABLE);
}

/** The same colour, lightened until it can be read on the site's dark grounds. */
export function darkVariant(colour: string): string {
  for (let step = 0; step < STEPS; step += 1) {
    const mixed = towardsWhite(colour, step / STEPS);
    if (GROUNDS.dark.every((ground) => contrast(mixed, ground) >= READABLE)) return mixed;
  }
  return '#ffffff';
}

/** The rules that give the site its own colour, in light and in dark. `colour`: `#rrggbb`, checked. */
export function colourRules(colour: string): string {
  const dark = darkVariant(colour);
  const rule = (value: string): string => `:root{--link:${value};--mark:${value}}`;
  return `${rule(colour)}\n@media (prefers-color-scheme:dark){${rule(dark)}}\n`;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance, by WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function towardsWhite(colour: string, part: number): string {
  const mixed = channels(colour).map((value) => Math.round(value + (255 - value) * part));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
