export { TasksPane } from './tasks-pane.tsx';
