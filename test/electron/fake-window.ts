import { EventEmitter } from 'node:events';

/** An event that a listener may prevent. */
export function preventable(details: object = {}) {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
  };
  return event;
}

type FrameMembers = Pick<Electron.WebFrameMain, 'url' | 'parent' | 'postMessage' | 'isDestroyed'>;

/** A page's frame, which keeps what is posted to it. */
export class FakeFrame extends EventEmitter implements FrameMembers {
  isGone = false;
  url: string;
  readonly parent: Electron.WebFrameMain | null;

  constructor(url: string, parent: FakeFrame | null = null) {
    super();
    this.url = url;
    this.parent = parent as unknown as Electron.WebFrameMain | null;
  }
  isDestroyed(): boolean {
    return this.isGone;
  }
  postMessage(channel: string, message: unknown, transfer: unknown[] = []): void {
    this.emit('posted', { channel, message, ports: transfer });
  }
}

type ContentsMembers = Pick<Electron.WebContents, 'sendInputEvent' | 'setWindowOpenHandler'>;

export class FakeContents extends EventEmitter implements ContentsMembers {
  mainFrame = new FakeFrame('about:blank');
  readonly pressed: Parameters<Electron.WebContents['sendInputEvent']>[0][] = [];
  #openHandler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] = () => ({ action: 'allow' });

  sendInputEvent(event: Parameters<Electron.WebContents['sendInputEvent']>[0]): void {
    this.pressed.push(event);
  }
  setWindowOpenHandler(handler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0]): void {
    this.#openHandler = handler;
  }

  /** A page does `window.open`: whether a window comes of it. */
  open(url: string): boolean {
    return this.#openHandler({ url } as Electron.HandlerDetails).action === 'allow';
  }
  /** A frame sets out for an address: whether it may. */
  navigate(url: string, isMainFrame = true, event = 'will-frame-navigate'): boolean {
    const details = preventable({ url, isMainFrame });
    this.emit(event, details);
    return !details.defaultPrevented;
  }
}

type WindowMembers = Pick<
  Electron.BrowserWindow,
  | 'close'
  | 'destroy'
  | 'focus'
  | 'getNormalBounds'
  | 'isDestroyed'
  | 'isMaximized'
  | 'isMinimized'
  | 'loadURL'
  | 'maximize'
  | 'restore'
  | 'show'
>;

/** What a window tells the program around it. */
export interface WindowHost {
  /** A page has loaded: its preload runs. */
  onLoaded(window: FakeWindow): void;
  onClosed(window: FakeWindow): void;
}

/** A window whose page says, as pages do, whether it may be unloaded. */
export class FakeWindow extends EventEmitter implements WindowMembers {
  readonly webContents = new FakeContents();
  readonly options: Electron.BrowserWindowConstructorOptions;
  /** The page holds words that are not durable. */
  isUnsaved = false;
  /** The page answers nothing at all. */
  isHung = false;
  isShown = false;
  focused = 0;
  minimized = false;
  maximized = false;
  bounds: Electron.Rectangle;
  #isDestroyed = false;
  readonly #host: WindowHost;

  constructor(options: Electron.BrowserWindowConstructorOptions, host: WindowHost) {
    super();
    this.options = options;
    this.#host = host;
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.bounds = { x, y, width, height };
  }

  async loadURL(url: string): Promise<void> {
    this.webContents.mainFrame.isGone = true;
    this.webContents.mainFrame = new FakeFrame(url);
    await Promise.resolve();
    this.emit('ready-to-show');
    this.#host.onLoaded(this);
  }
  close(): void {
    const event = preventable();
    this.emit('close', event);
    if (event.defaultPrevented) return;
    if (this.isHung) {
      this.emit('unresponsive');
      return;
    }
    if (this.isUnsaved) {
      const refusal = preventable();
      this.webContents.emit('will-prevent-unload', refusal);
      if (!refusal.defaultPrevented) return;
    }
    this.destroy();
  }
  destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    this.webContents.mainFrame.isGone = true;
    this.emit('closed');
    this.#host.onClosed(this);
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  show(): void {
    this.isShown = true;
  }
  focus(): void {
    this.focused++;
  }
  restore(): void {
    this.minimized = false;
  }
  maximize(): void {
    this.maximized = true;
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  isMaximized(): boolean {
    return this.maximized;
  }
  getNormalBounds(): Electron.Rectangle {
    return this.bounds;
  }
}
