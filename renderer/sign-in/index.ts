export { ConnectForm } from './connect-form.tsx';
export { PinDialog, SignInDialog } from './dialogs.tsx';
export { PasswordDialog } from './password-dialog.tsx';
export { PinField } from './pin-field.tsx';
export { PinForm } from './pin-form.tsx';
