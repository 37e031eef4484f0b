export { type Admin, createAdmin } from './admin.ts';
export { listMembers, readRules } from './read.ts';
