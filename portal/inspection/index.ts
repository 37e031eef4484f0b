export { readLog } from './chain.ts';
export { FINDING_KINDS, type Finding, type FindingKind } from './finding.ts';
export { type Inspection, inspect } from './inspect.ts';
export { namesInLog, readableHeading, readableLine } from './readable.ts';
