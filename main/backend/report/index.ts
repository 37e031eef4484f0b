export { type DiagnosticSources, makeDiagnostics } from './diagnostics.ts';
export { bugFacts } from './frames.ts';
export { type Log, openLog, type StartFacts } from './log.ts';
