import { lazyScreen } from '../design/index.ts';

export { EraseButton } from './erase-button.tsx';
export const BoardDialog = lazyScreen(() => import('./board-dialog.tsx').then((file) => file.BoardDialog));
export const RulesDialog = lazyScreen(() => import('./rules-dialog.tsx').then((file) => file.RulesDialog));
