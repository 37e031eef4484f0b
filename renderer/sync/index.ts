export { SyncPane } from './sync-pane.tsx';
