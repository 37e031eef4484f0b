export { listTasks } from './list.ts';
