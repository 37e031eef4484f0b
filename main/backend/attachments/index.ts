export { attachmentProblem, findingsOf, keepFindings, lookAtFiles } from './kept.ts';
export { inspectFile } from './read.ts';
