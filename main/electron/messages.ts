import type { BrowserWindow } from 'electron';
import { type MessageKey, type MessageParams, translate } from '../../shared/i18n/index.ts';
import type { ShellProblem } from '../shell/index.ts';
import type { Electron } from './electron.ts';

/** What the shell says itself is in Vietnamese; the language of the window is the window's. */
export function t(key: MessageKey, params?: MessageParams): string {
  return translate('vi', key, params);
}

/** Says why the program cannot begin, where there is a screen and where there is a terminal, and ends with code 1. */
export function refuse({ app, dialog }: Electron, { sentence }: ShellProblem): void {
  console.error(sentence);
  dialog.showErrorBox(t('app.name'), sentence);
  app.exit(1);
}

/** Says one thing, without stopping the work. */
export function tell(
  { dialog }: Electron,
  window: BrowserWindow | null,
  type: 'info' | 'warning',
  message: string,
): void {
  const box = { type, message, buttons: [t('shell.understood')] };
  void (window === null ? dialog.showMessageBox(box) : dialog.showMessageBox(window, box));
}

/** Whether the person closes although the last words are not saved. Esc and Enter both mean no. */
export async function asksToLose({ dialog }: Electron, window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: t('shell.unsaved'),
    detail: t('shell.unsaved_text'),
    buttons: [t('shell.stay'), t('shell.lose')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}
