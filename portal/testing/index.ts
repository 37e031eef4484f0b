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
export { fillDisk, plantBug } from './bug.ts';
export { type CopyWords, copyPublished } from './copies.ts';
export { newDatabase, type TestDatabase } from './database.ts';
export { type Filling, HOSTILE, HOSTILE_ADDRESSES, hostileValue, LEFT_OUT } from './hostile.ts';
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
export { type Processes, runCommand, startProcesses } from './processes.ts';
export { relog, rewriteLog, setWords, wordsOf } from './tamper.ts';
