export { makeDesk, type TestDeskOptions } from './desk.ts';
