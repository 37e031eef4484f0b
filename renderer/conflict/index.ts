export { ConflictBar } from './conflict-bar.tsx';
export { ConflictScreen } from './lazy-screen.tsx';
