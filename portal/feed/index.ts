export {
  type Audience,
  EVERYONE,
  lockFeed,
  writeMemberLine,
  writeMutationLine,
  writeRevisionLine,
} from './lines.ts';
export { mayReadMedia, type Page, readPage } from './page.ts';
