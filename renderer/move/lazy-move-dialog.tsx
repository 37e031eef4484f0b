import { lazyScreen } from '../design/index.ts';

export const MoveDialog = lazyScreen(() => import('./move-dialog.tsx').then((file) => file.MoveDialog));
