import { EventEmitter } from 'node:events';
import type { Electron as Api } from '../../main/electron/electron.ts';
import { FakeApp } from './fake-app.ts';
import { FakeMessageChannel, FakeUtility } from './fake-utility.ts';
import { FakeWindow, type WindowHost } from './fake-window.ts';

type SessionMembers = Pick<
  Electron.Session,
  | 'setDevicePermissionHandler'
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
  | 'setSpellCheckerDictionaryDownloadURL'
  | 'setSpellCheckerEnabled'
>;

/** The window's session: keeps what it was told, and lets a test ask what a page would. */
export class FakeSession extends EventEmitter implements SessionMembers {
  isSpellChecking = true;
  dictionaries = 'the default';
  mayUseDevices: Parameters<Electron.Session['setDevicePermissionHandler']>[0] = null;
  has: Parameters<Electron.Session['setPermissionCheckHandler']>[0] = null;
  asks: Parameters<Electron.Session['setPermissionRequestHandler']>[0] = null;
  #onRequest: (
    details: Electron.OnBeforeRequestListenerDetails,
    done: (response: Electron.CallbackResponse) => void,
  ) => void = (_details, done) => done({});
  readonly webRequest = {
    onBeforeRequest: (
      listener: (
        details: Electron.OnBeforeRequestListenerDetails,
        done: (response: Electron.CallbackResponse) => void,
      ) => void,
    ): void => {
      this.#onRequest = listener;
    },
  };

  setPermissionRequestHandler(handler: typeof this.asks): void {
    this.asks = handler;
  }
  setPermissionCheckHandler(handler: typeof this.has): void {
    this.has = handler;
  }
  setDevicePermissionHandler(handler: typeof this.mayUseDevices): void {
    this.mayUseDevices = handler;
  }
  setSpellCheckerEnabled(isOn: boolean): void {
    this.isSpellChecking = isOn;
  }
  setSpellCheckerDictionaryDownloadURL(url: string): void {
    this.dictionaries = url;
  }
  /** Whether a request of the page goes out. */
  lets(url: string): boolean {
    let isCancelled: boolean | undefined;
    this.#onRequest({ url } as Electron.OnBeforeRequestListenerDetails, ({ cancel }) => {
      isCancelled = cancel;
    });
    return isCancelled === false;
  }
}

type Handler = (request: Request) => Promise<Response>;

/** Electron's main process API, as far as the shell uses it, and what it was made to do. */
export class FakeElectron implements WindowHost {
  readonly app: FakeApp;
  readonly session = new FakeSession();
  readonly ipcMain = new EventEmitter();
  readonly nativeTheme = { themeSource: 'system' as Electron.NativeTheme['themeSource'] };
  readonly schemes: Electron.CustomScheme[] = [];
  readonly backends: FakeUtility[] = [];
  readonly windows: FakeWindow[] = [];
  readonly opened: string[] = [];
  readonly errors: string[] = [];
  readonly messages: Electron.MessageBoxOptions[] = [];
  /** Which button the person presses. */
  answer = 0;
  menu: Electron.MenuItemConstructorOptions[] = [];
  displays: Pick<Electron.Display, 'id' | 'workArea'>[] = [
    { id: 1, workArea: { x: 0, y: 0, width: 1_366, height: 728 } },
  ];
  /** Called for each page that has loaded, with what its preload would see. */
  onPage: (window: FakeWindow) => void = () => {};
  #handler: Handler = () => Promise.reject(new Error('nothing is handled'));

  constructor(folder: string) {
    this.app = new FakeApp(folder);
    this.app.closeWindows = () => {
      for (const window of [...this.windows]) window.close();
      return this.windows.length === 0;
    };
  }

  /** The API as the shell takes it. The one cast: the rest of Electron is not here. */
  get api(): Api {
    const host: WindowHost = this;
    const { windows } = this;
    return {
      app: this.app,
      session: { defaultSession: this.session },
      ipcMain: this.ipcMain,
      nativeTheme: this.nativeTheme,
      protocol: {
        registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]) => this.schemes.push(...schemes),
        handle: (_scheme: string, handler: Handler) => {
          this.#handler = handler;
        },
      },
      utilityProcess: {
        fork: (...args: ConstructorParameters<typeof FakeUtility>) => {
          const backend = new FakeUtility(...args);
          this.backends.push(backend);
          return backend;
        },
      },
      MessageChannelMain: FakeMessageChannel,
      BrowserWindow: class extends FakeWindow {
        constructor(options: Electron.BrowserWindowConstructorOptions) {
          super(options, host);
          windows.push(this);
        }
      },
      screen: { getPrimaryDisplay: () => this.displays[0], getAllDisplays: () => this.displays },
      shell: { openExternal: async (url: string) => void this.opened.push(url) },
      Menu: {
        buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => template,
        setApplicationMenu: (menu: Electron.MenuItemConstructorOptions[]) => {
          this.menu = menu;
        },
      },
      dialog: {
        showErrorBox: (_title: string, text: string) => void this.errors.push(text),
        showMessageBox: async (...args: readonly unknown[]) => {
          this.messages.push(args.at(-1) as Electron.MessageBoxOptions);
          return { response: this.answer, checkboxChecked: false };
        },
      },
    } as unknown as Api;
  }

  /** The window that is open. */
  get window(): FakeWindow {
    const window = this.windows.at(-1);
    if (window === undefined) throw new Error('no window');
    return window;
  }
  /** The person goes through the menu by its labels. */
  choose(...labels: readonly string[]): void {
    let items: unknown = this.menu;
    let item: Electron.MenuItemConstructorOptions | undefined;
    for (const label of labels) {
      item = (items as Electron.MenuItemConstructorOptions[]).find((each) => each.label === label);
      items = item?.submenu;
    }
    if (item?.click === undefined) throw new Error(`no command ${labels.join(' > ')}`);
    (item.click as () => void)();
  }
  /** A page asks for an address of the program's scheme. */
  fetch(address: string, init?: RequestInit): Promise<Response> {
    return this.#handler(new Request(address, init));
  }
  onLoaded(window: FakeWindow): void {
    this.onPage(window);
  }
  onClosed(window: FakeWindow): void {
    this.windows.splice(this.windows.indexOf(window), 1);
    if (this.windows.length === 0 && !this.app.isQuitting) this.app.emit('window-all-closed');
  }
}
