export { CELL_LINE, checkAttachment, type FileFinding, type FileWords } from './attachment.ts';
export { checkPost, type SecrecyProblem, secrecyProblem } from './check.ts';
export { type Checked, type Finding, type LetThrough, NOTHING_LET_THROUGH, type Place } from './finding.ts';
export { localNumber } from './privacy.ts';
export { CHECK_RULES, type CheckLevel, type CheckRule, HOUSE } from './rules.ts';
export { isStamped } from './secrecy.ts';
