import { hashText } from '../../shared/content/index.ts';
import { SITE_STYLE } from '../../shared/site/index.ts';

export { SITE_STYLE as STYLE };

/** Where the style is served. Its name changes with its content, so that it may be kept for ever. */
export const STYLE_PATH = `/assets/site-${hashText(SITE_STYLE).slice(0, 12)}.css`;
