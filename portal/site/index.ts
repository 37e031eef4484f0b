export type { Contact } from './frame.ts';
export { failedPage } from './pages.ts';
export { missing } from './reply.ts';
export { registerSite, siteOf } from './routes.ts';
