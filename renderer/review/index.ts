export { ReadingViews } from './reading-views.tsx';
