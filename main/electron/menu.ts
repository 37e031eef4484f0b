import type { MenuItemConstructorOptions } from 'electron';
import type { MessageKey } from '../../shared/i18n/index.ts';
import { THEMES, type Theme } from './preferences.ts';

/** A key that the window itself listens to. */
export interface WindowKey {
  readonly key: string;
  readonly withControl: boolean;
  readonly withShift?: boolean;
}

export interface MenuOptions {
  readonly t: (key: MessageKey) => string;
  readonly platform: NodeJS.Platform;
  /** Whether this is a developer's run, which gets the developer tools. */
  readonly isDevelopment: boolean;
  readonly theme: Theme;
  readonly onTheme: (theme: Theme) => void;
  /** Presses a key in the window: a command has one home, the window's, whether it comes from a key or from the menu. */
  readonly press: (key: WindowKey) => void;
}

/** The native menu: the roles every program has, and the program's own commands. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const { t, platform, isDevelopment, theme, onTheme, press } = options;
  const isMac = platform === 'darwin';
  const separator = { type: 'separator' } as const;

  const role = (
    name: NonNullable<MenuItemConstructorOptions['role']>,
    label: MessageKey,
  ): MenuItemConstructorOptions => ({ role: name, label: t(label) });

  /** The key is only shown here: the window hears it itself, and knows when it must not (in a dialog). */
  const command = (label: MessageKey, key: WindowKey): MenuItemConstructorOptions => ({
    label: t(label),
    accelerator: [...(key.withControl ? ['CmdOrCtrl'] : []), ...(key.withShift ? ['Shift'] : []), key.key].join('+'),
    registerAccelerator: false,
    click: () => press(key),
  });

  const program: MenuItemConstructorOptions = {
    role: 'appMenu',
    label: t('app.name'),
    submenu: [
      role('about', 'shell.menu.about'),
      separator,
      role('hide', 'shell.menu.hide'),
      role('hideOthers', 'shell.menu.hideOthers'),
      role('unhide', 'shell.menu.unhide'),
      separator,
      role('quit', 'shell.menu.quit'),
    ],
  };
  const file: MenuItemConstructorOptions = {
    label: t('shell.menu.file'),
    submenu: [
      command('shell.menu.newPost', { key: 'N', withControl: true }),
      separator,
      command('bundle.makeTitle', { key: 'E', withControl: true, withShift: true }),
      command('bundle.takeTitle', { key: 'O', withControl: true }),
      ...(isMac ? [] : [separator, role('quit', 'shell.menu.quit')]),
    ],
  };
  const edit: MenuItemConstructorOptions = {
    label: t('shell.menu.edit'),
    submenu: [
      role('undo', 'shell.menu.undo'),
      role('redo', 'shell.menu.redo'),
      separator,
      role('cut', 'shell.menu.cut'),
      role('copy', 'shell.menu.copy'),
      role('paste', 'shell.menu.paste'),
      role('pasteAndMatchStyle', 'shell.menu.pastePlain'),
      role('selectAll', 'shell.menu.selectAll'),
      separator,
      command('shell.menu.findPost', { key: 'K', withControl: true }),
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: t('shell.menu.view'),
    submenu: [
      {
        label: t('shell.menu.theme'),
        submenu: THEMES.map((each) => ({
          label: t(`shell.menu.theme.${each}`),
          type: 'radio' as const,
          checked: each === theme,
          click: () => onTheme(each),
        })),
      },
      separator,
      role('zoomIn', 'shell.menu.zoomIn'),
      role('zoomOut', 'shell.menu.zoomOut'),
      role('resetZoom', 'shell.menu.resetZoom'),
      separator,
      role('togglefullscreen', 'shell.menu.fullScreen'),
      ...(isDevelopment ? [separator, role('toggleDevTools', 'shell.menu.developer')] : []),
    ],
  };
  const windows: MenuItemConstructorOptions = {
    role: 'windowMenu',
    label: t('shell.menu.window'),
    submenu: [
      role('minimize', 'shell.menu.minimize'),
      role('zoom', 'shell.menu.zoom'),
      role('close', 'shell.menu.close'),
    ],
  };
  const help: MenuItemConstructorOptions = {
    role: 'help',
    label: t('help.menu'),
    submenu: [command('help.guide', { key: 'F1', withControl: false })],
  };
  return isMac ? [program, file, edit, view, windows, help] : [file, edit, view, help];
}
