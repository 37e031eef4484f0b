import { lazyScreen } from '../design/index.ts';

export const SiteDialog = lazyScreen(() => import('./site-dialog.tsx').then((file) => file.SiteDialog));
