export { BoardDialog } from './board-dialog.tsx';
export { RulesDialog } from './rules-dialog.tsx';
