import type { PortalKeys } from '../../shared/sync/index.ts';
import type { Store } from '../store/index.ts';

/** Who the portal is: its id, its keys in hex and how it came to them. It signs what it does itself. */
export interface Identity extends PortalKeys {
  readonly secretKey: string;
  /** Secret halves of former keys: they open what was sealed before people knew the new one, and sign nothing. */
  readonly formerSecrets?: readonly string[];
}

/** What executing a mutation needs from outside. */
export interface Context {
  readonly store: Store;
  readonly identity: Identity;
  readonly now: () => Date;
  /** Notes an error nobody foresaw in the log, where the rest of a request goes on without it. */
  readonly report: (error: unknown, about: Readonly<Record<string, string>>) => void;
}
