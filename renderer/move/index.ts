export { MoveDialog } from './lazy-move-dialog.tsx';
export { MoveForm } from './move-form.tsx';
export { MovedBar } from './moved-bar.tsx';
