export { hostOf } from './host.ts';
export { type House, Houses } from './houses.ts';
export { readUnits, type ServedUnit, siteFolder, unitNamed } from './read.ts';
export { addUnit, mergeUnit, moveUnit, type NewUnit, renameUnit, UNIT_KINDS, type UnitKind, unitTree } from './tree.ts';
