import type { ErrorCode, ErrorParams, Message } from '../../shared/contract/index.ts';

/** What a shell gives the backend's process as its one argument, in JSON. */
export interface BackendSettings {
  /** Absolute path of the data folder (`BANTHAO_HOME`). */
  readonly home: string;
  /** The program's version, shown to people. */
  readonly version: string;
  /** Program and arguments that run the sample unit's portal, or `null` where no portal is installed beside it. */
  readonly demoCommand: readonly string[] | null;
  /** Public half of the key that signs releases (hex), where it is not the build's own. */
  readonly releaseKey?: string;
  /** Where is kept what was sent from here, outside the data folder, where it is not the data folder's own top. */
  readonly witness?: string;
  /** Where installers are put, where it is not the person's own folder for downloads. */
  readonly downloads?: string;
}

/**
 * What a shell says to the backend's process. Electron also hands over a MessagePort for each window (`port`), whose
 * messages then skip the shell.
 */
export type ToBackend =
  | { readonly kind: 'request'; readonly connection: number; readonly message: unknown }
  /** Asks for a picture by its name in `/media/`: as stored, or a small version. */
  | { readonly kind: 'media'; readonly id: number; readonly name: string }
  | { readonly kind: 'port' }
  /** A file of ours that the person opened with the program. */
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'close' };

/** What the backend's process says to its shell. After `failed` it exits with code 1. */
export type FromBackend =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly params: ErrorParams }
  | { readonly kind: 'reply'; readonly connection: number; readonly message: Message }
  | { readonly kind: 'notice'; readonly message: Message }
  /** The path of a stored picture on this computer, or `null` when it is not here. */
  | { readonly kind: 'media'; readonly id: number; readonly path: string | null };
