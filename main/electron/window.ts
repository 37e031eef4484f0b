import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import type { Electron } from './electron.ts';
import type { PreferenceKeeper } from './preferences.ts';
import { isOwn, mayOpenOutside } from './rules.ts';
import { LEAST_SIZE, type Rectangle, visibleBounds } from './window-state.ts';

/** How the window is made. The preload only hands over the port: the page has no Node and no Electron. */
export function windowOptions(bounds: Rectangle, preload: string) {
  return {
    ...bounds,
    minWidth: LEAST_SIZE.width,
    minHeight: LEAST_SIZE.height,
    show: false,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  } as const satisfies BrowserWindowConstructorOptions;
}

/** Makes the window, hidden until it has drawn itself, where it last was; and remembers where it goes. */
export function makeWindow(electron: Electron, preload: string, preferences: PreferenceKeeper): BrowserWindow {
  const { BrowserWindow, screen } = electron;
  const { bounds, isMaximized } = preferences.read();
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  const workAreas = [primary, ...others].map(({ workArea }) => workArea);

  const window = new BrowserWindow(windowOptions(visibleBounds(bounds, workAreas), preload));
  if (isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () =>
    preferences.keep({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() }),
  );
  return window;
}

/** Keeps the window on its own pages. What leads elsewhere opens in the person's browser, or not at all. */
export function guardNavigation({ webContents }: BrowserWindow, { shell }: Electron): void {
  webContents.on('will-attach-webview', (event) => event.preventDefault());
  webContents.on('will-frame-navigate', (event) => {
    if (!isOwn(event.url)) event.preventDefault();
  });
  // A redirect is a navigation too, and comes without the event above.
  webContents.on('will-redirect', (event) => {
    if (!isOwn(event.url)) event.preventDefault();
  });
  webContents.setWindowOpenHandler(({ url }) => {
    // The system may have no program for it; the window can do nothing about that.
    if (mayOpenOutside(url)) void shell.openExternal(url).catch(() => undefined);
    return { action: 'deny' };
  });
}
