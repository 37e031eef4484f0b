export { DiagnosticsDialog } from './diagnostics-dialog.tsx';
export { HelpMenu } from './help-menu.tsx';
export { HelpProvider, useHelp } from './help-provider.tsx';
export { NewLineBar } from './new-line-bar.tsx';
export { RecoveryBar } from './recovery-bar.tsx';
export { UpdateBar } from './update-bar.tsx';
