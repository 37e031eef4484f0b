export { StateBadge, SyncWordBadge } from './status-badges.tsx';
