export { base64Of } from './base64.ts';
export { MoveDialog } from './lazy-move-dialog.tsx';
export { MoveForm } from './move-form.tsx';
export { MovedBar } from './moved-bar.tsx';
export { PassphraseFields, usePassphrase } from './passphrase.tsx';
