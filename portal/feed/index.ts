export { PLAIN_READER, type Reader, wholeRevisions } from './base.ts';
export {
  type Audience,
  EVERYONE,
  hasRevisionLine,
  lockFeed,
  writeHeadLine,
  writeMemberLine,
  writeMutationLine,
  writeRevisionLine,
  writeRulesLine,
  writeSetAsideLine,
} from './lines.ts';
export { type Page, readPage } from './page.ts';
