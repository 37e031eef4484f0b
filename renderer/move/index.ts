export { MoveDialog } from './move-dialog.tsx';
export { MoveForm } from './move-form.tsx';
export { MovedBar } from './moved-bar.tsx';
