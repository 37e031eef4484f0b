export { KeptAnswers } from './answer.ts';
export { noteSiteChange, noteSitePage } from './changes.ts';
export { KeptPages } from './edition.ts';
export { formsOf } from './forms.ts';
export { Keeper } from './keeper.ts';
export { type SiteCheck, type SiteFinding, verifySite } from './verify.ts';
