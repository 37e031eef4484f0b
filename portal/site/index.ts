export { FactsBook, readFacts } from './book.ts';
export type { Contact, Facts, Site } from './frame.ts';
export { failedPage } from './pages.ts';
export { type Page, type PageType, type Place, pageAt, placeAt } from './place.ts';
export { probePages } from './probe.ts';
export { monthInVietnam } from './publications.ts';
export { missing } from './reply.ts';
export { registerSite, registerSiteUnder, siteOf } from './routes.ts';
export { endPins, offerSettings, readSettings, type SitePage, setSettings } from './settings.ts';
