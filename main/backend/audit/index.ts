export { headsFile, keptPlace, takeInHead } from './heads.ts';
