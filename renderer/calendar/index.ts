import { lazyScreen } from '../design/index.ts';

export const CalendarPane = lazyScreen(() => import('./calendar-pane.tsx').then((file) => file.CalendarPane));
