import { lazyScreen } from '../design/index.ts';

export { EraseButton } from './erase-button.tsx';
export const BoardDialog = lazyScreen(() => import('./board-dialog.tsx').then((file) => file.BoardDialog));
export const NameDeviceDialog = lazyScreen(() => import('./name-device.tsx').then((file) => file.NameDeviceDialog));
export const RulesDialog = lazyScreen(() => import('./rules-dialog.tsx').then((file) => file.RulesDialog));
