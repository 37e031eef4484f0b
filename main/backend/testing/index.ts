export { openTestDesk, temporaryFolder } from './desk.ts';
