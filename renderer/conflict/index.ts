export { ConflictBar } from './conflict-bar.tsx';
export { ConflictScreen } from './conflict-screen.tsx';
