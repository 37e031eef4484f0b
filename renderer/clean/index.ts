export { CHANGE_KINDS, type Change, type ChangeKind } from './changes.ts';
export { type CleanedPage, cleanPage, type PagePicture, type Part } from './page.ts';
