export { maySee, PLAIN_READER, type Reader, wholeRevisions } from './base.ts';
export {
  type Audience,
  EVERYONE,
  hasRevisionLine,
  lockFeed,
  writeCrestLine,
  writeErasedLine,
  writeHeadLine,
  writeLineAgain,
  writeMemberLine,
  writeMutationLine,
  writeRevisionLine,
  writeRulesLine,
  writeSetAsideLine,
  writeSiteLine,
} from './lines.ts';
export { keepFromFormer, moveSight } from './off-board.ts';
export { oldBefore } from './old.ts';
export { type Page, readPage } from './page.ts';
export { readBeginning } from './recent.ts';
export { hidePost, isForReader, showPost } from './sight.ts';
