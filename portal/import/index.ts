export { importWordPress, writeReport } from './import.ts';
export { IMPORT_PROBLEMS, type ImportProblem, type ImportReport } from './report.ts';
