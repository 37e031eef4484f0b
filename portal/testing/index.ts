export {
  approveThrough,
  type Board,
  makePicture,
  PEOPLE,
  type PersonKey,
  passwordOf,
  startBoard,
  upload,
} from './board.ts';
export {
  type BoardMember,
  type Draft,
  encode,
  type Minted,
  paragraph,
  ReplyError,
  signInMember,
  verdictOf,
} from './member.ts';
