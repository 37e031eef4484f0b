export { ReminderBar } from './reminder-bar.tsx';
export { TasksPane } from './tasks-pane.tsx';
