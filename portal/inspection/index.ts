export { readLog } from './chain.ts';
export { FINDING_KINDS, type Finding, type FindingKind } from './finding.ts';
export { type Inspection, inspect } from './inspect.ts';
