import type { Mutation, Pass } from '../../../shared/sync/index.ts';
import type { Device } from '../identity/index.ts';

/** The device line a folder writes under, as the loop needs it. */
export interface DeviceLine {
  device(): Device;
  /** Starts a new line: new id and key, what waits signed anew under its own ids. */
  startAgain(): void;
  /** Mutations are about to leave this computer: their numbers are taken from here on. */
  leaving(mutations: readonly Pick<Mutation, 'device' | 'seq'>[]): void;
  /** Tells the portal of a line it does not know yet. The line's own pass, or `null` when nothing was to be done. */
  register(line: { readonly address: string; readonly token: string }): Promise<Pass | null>;
  /** The pass of a new line is kept. */
  registered(): void;
}
