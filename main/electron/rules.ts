/** The rules of the Electron shell, as pure functions: what may be shown, opened and allowed. */

/** The window's own address: a standard, secure scheme, so that storage, workers and the policy behave as on https. */
export const SCHEME = 'app';
export const ORIGIN = `${SCHEME}://ban-thao`;
export const START = `${ORIGIN}/index.html`;

/** Whether an address is the program's own. */
export function isOwn(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === `${SCHEME}:` && new URL(address).host === 'ban-thao';
}

/** Whether a link may be handed to the person's browser or mail program. Never a file, a share or another scheme. */
export function mayOpenOutside(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return ['http:', 'https:', 'mailto:'].includes(protocol) && username === '' && password === '';
}

/** How the window is made. The preload only hands over the port: the page has no Node and no Electron. */
export function windowOptions(preload: string) {
  return {
    width: 1280,
    height: 800,
    minWidth: 800,
    minHeight: 560,
    show: false,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  } as const;
}
