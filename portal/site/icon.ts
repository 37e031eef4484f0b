import { hashText } from '../../shared/content/index.ts';

/** The site's icon: an open book. Every browser asks for one. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0c4f8a"/><path d="M16 10c-2.5-2-6-2.5-9-2v14c3-.5 6.5 0 9 2 2.5-2 6-2.5 9-2V8c-3-.5-6.5 0-9 2zm0 0v14" fill="#fff" stroke="#0c4f8a" stroke-width="1.5" stroke-linejoin="round"/></svg>
`;

/** Where the icon is served; named by its content, like the style. */
export const ICON_PATH = `/assets/icon-${hashText(ICON).slice(0, 12)}.svg`;
