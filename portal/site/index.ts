export type { Contact, Site } from './frame.ts';
export { failedPage } from './pages.ts';
export { missing, registerSite, type SiteParts, siteOf } from './routes.ts';
