export { DueBadge } from './due-badge.tsx';
export { StateBadge, SyncWordBadge } from './status-badges.tsx';
export { WorkerBadge } from './worker-badge.tsx';
