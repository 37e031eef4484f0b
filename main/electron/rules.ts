/** The rules of the Electron shell, as pure functions: what may be shown, opened, asked for and trusted. */
import { isSafeAddress } from '../../shared/content/index.ts';

/** The window's own address: a standard, secure scheme, so that storage, workers and the policy behave as on https. */
export const SCHEME = 'app';
const HOST = 'ban-thao';
export const ORIGIN = `${SCHEME}://${HOST}`;
export const START = `${ORIGIN}/index.html`;

/** Whether an address is the program's own. */
export function isOwn(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return protocol === `${SCHEME}:` && host === HOST && username === '' && password === '';
}

/** Whether a frame may go to an address. Frames within the page hold previews, which come with the page itself. */
export function mayNavigate(address: string, isMainFrame: boolean): boolean {
  return isOwn(address) || (!isMainFrame && address === 'about:srcdoc');
}

/** Whether a link may be handed to the person's browser or mail program. Never a file, a share or another scheme. */
export function mayOpenOutside(address: string): boolean {
  if (!URL.canParse(address) || !isSafeAddress(address)) return false;
  const { username, password } = new URL(address);
  // `https://portal.edu.vn@elsewhere.example` reads like one place and leads to another.
  return username === '' && password === '';
}

/**
 * Whether the window's session may ask for an address at all: its own files, and what it made itself. All that needs a
 * network is the backend's job, so a page that was tricked has nowhere to send what it sees.
 */
export function mayRequest(address: string): boolean {
  if (isOwn(address) || address.startsWith('data:')) return true;
  return isOwnBlob(address) || address.startsWith('devtools:');
}

/** Whether an address is a file that the window made itself, such as the one it offers to save. */
export function isOwnBlob(address: string): boolean {
  return address.startsWith(`blob:${ORIGIN}/`);
}

/** What {@link isTrustedSender} looks at of Electron's `WebFrameMain`. */
export interface Frame {
  readonly url: string;
  readonly parent: unknown;
}

/** Whether a message comes from the program's own page itself: not from a frame in it, not from a frame that has gone. */
export function isTrustedSender(frame: Frame | null): boolean {
  return frame !== null && frame.parent === null && isOwn(frame.url);
}

/** A name for a downloaded file that takes no other file's place: `name.txt`, `name (2).txt`, … */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  // Of a path only its end, so that the file lands in the folder it was meant for.
  const own = name.split(/[\\/]/).at(-1) || 'file';
  const dot = own.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [own.slice(0, dot), own.slice(dot)] : [own, ''];
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? own : `${stem} (${count})${extension}`;
    if (!isTaken(candidate)) return candidate;
  }
}
