import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import type { Electron } from './electron.ts';
import { t } from './messages.ts';
import type { PreferenceKeeper } from './preferences.ts';
import { isOwn, mayNavigate, mayOpenOutside, START } from './rules.ts';
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
function makeWindow(electron: Electron, preload: string, preferences: PreferenceKeeper): BrowserWindow {
  const { BrowserWindow, screen } = electron;
  const { bounds, isMaximized } = preferences.read();
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  const workAreas = [primary, ...others].map(({ workArea }) => workArea);

  const window = new BrowserWindow(windowOptions(visibleBounds(bounds, workAreas), preload));
  if (isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => preferences.keep({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() }));
  return window;
}

/** So many deaths of the page within this time, in ms, are not bad luck. */
const PAGE_DEATHS = { most: 3, withinMs: 60_000 };

/** Opens the program's window on the pages of its own. */
export function openWindow(electron: Electron, preload: string, preferences: PreferenceKeeper): BrowserWindow {
  const window = makeWindow(electron, preload, preferences);
  guardNavigation(window, electron);
  revivePage(window, () => {
    electron.dialog.showErrorBox(t('app.name'), t('shell.page_dies'));
    window.destroy();
  });
  void window.loadURL(START);
  return window;
}

/** Loads a page that died anew: what it had typed is with the backend. One that keeps dying is given up. */
function revivePage(window: BrowserWindow, giveUp: () => void): void {
  const deaths: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    const now = performance.now();
    deaths.push(now);
    if (deaths.filter((at) => now - at < PAGE_DEATHS.withinMs).length >= PAGE_DEATHS.most) giveUp();
    else void window.loadURL(START);
  });
}

/** Keeps the window on its own pages. What leads elsewhere opens in the person's browser, or not at all. */
function guardNavigation({ webContents }: BrowserWindow, { shell }: Electron): void {
  webContents.on('will-attach-webview', (event) => event.preventDefault());
  webContents.on('will-frame-navigate', (event) => {
    if (!mayNavigate(event.url, event.isMainFrame)) event.preventDefault();
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
