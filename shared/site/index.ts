export { SITE_STYLE } from './style.ts';
