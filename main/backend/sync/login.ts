import type { Pass } from '../../../shared/sync/index.ts';
import type { Device } from '../identity/index.ts';

/** A data folder's sign-in at its portal. */
export interface Login {
  /** `null` when signed out. */
  token(): string | null;
  /**
   * Does a piece of work with a token that is good, renewing it where need be. Work that the portal answered with
   * `signed_out` is done once more with a new token.
   * @throws AppError `signed_out` when there is none to be had; what the work throws.
   */
  during<Result>(work: (token: string) => Promise<Result>): Promise<Result>;
  /** Keeps what the portal gave a device line. */
  take(pass: Pass, device: Pick<Device, 'id' | 'secretKey'>): void;
  /** The portal no longer knows this sign-in. */
  end(): void;
}
