export { currentRules, type RulesRefusal, readVersions, regrant, setRules } from './versions.ts';
