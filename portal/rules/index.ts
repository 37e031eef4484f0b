export { currentRules, type RulesRefusal, readVersions, setRules } from './versions.ts';
