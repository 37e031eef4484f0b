export { attachmentProblem, findingsOf, keepFindings } from './kept.ts';
export { inspectFile } from './read.ts';
