import type { Store } from '../store/index.ts';

/** Who the portal is: its id and its Ed25519 keys in hex. It signs what it does itself. */
export interface Identity {
  readonly portal: string;
  readonly publicKey: string;
  readonly secretKey: string;
}

/** What executing a mutation needs from outside. */
export interface Context {
  readonly store: Store;
  readonly identity: Identity;
  readonly now: () => Date;
  /** Notes an error nobody foresaw in the log, where the rest of a request goes on without it. */
  readonly report: (error: unknown, about: Readonly<Record<string, string>>) => void;
}
