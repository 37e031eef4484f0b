import { AppError } from '../../../shared/contract/index.ts';
import { API, type Pass, passSchema, signRenewal } from '../../../shared/sync/index.ts';
import type { Connection, Device } from '../identity/index.ts';
import { askPortal, type Login } from '../sync/index.ts';

/** Milliseconds before a token's end from which on it is renewed first, so that a long exchange does not lose it. */
const MARGIN_MS = 5 * 60_000;

/** What a sign-in stands on. */
export interface LoginParts {
  readonly read: () => Connection;
  readonly save: (next: Connection) => void;
  readonly now: () => Date;
}

/** The connection with a pass that was just given to a device line. */
export function withPass<Kept extends Connection | Omit<Connection, 'token' | 'renewal'>>(
  connection: Kept,
  { token, seconds, renewal }: Pass,
  { id, secretKey }: Pick<Device, 'id' | 'secretKey'>,
  now: Date,
): Kept & Pick<Connection, 'token' | 'renewal'> {
  const from = new Date(now.getTime() + seconds * 1_000 - MARGIN_MS).toISOString();
  return { ...connection, token, renewal: { device: id, secretKey, secret: renewal, from } };
}

/**
 * Keeps a data folder signed in: the token is renewed when its hour is nearly over, or when the portal does not know it
 * any more, with one request, and never two at once. By which clock that hour is counted does not matter: a wrong guess
 * costs one request more.
 */
export function openLogin({ read, save, now }: LoginParts): Login {
  let renewing: Promise<boolean> | null = null;

  /** Whether there is a token now that the portal has just given. */
  const renew = async (): Promise<boolean> => {
    const { address, portal, renewal } = read();
    if (renewal === null) return false;
    const { device, secretKey, secret } = renewal;
    const words = { portal: portal.portal, device, renewal: secret };
    const body = { device, renewal: secret, signature: signRenewal(words, secretKey) };
    try {
      const pass = await askPortal({ address, path: API.renew, body, reply: passSchema });
      save(withPass(read(), pass, { id: device, secretKey }, now()));
      return true;
    } catch (error) {
      if (error instanceof AppError && error.code === 'signed_out') return false;
      throw error;
    }
  };
  const renewOnce = (): Promise<boolean> => {
    renewing ??= renew().finally(() => {
      renewing = null;
    });
    return renewing;
  };
  const isOld = ({ renewal }: Connection): boolean => renewal !== null && renewal.from <= now().toISOString();
  const current = (): string => {
    const { token } = read();
    if (token === null) throw new AppError('signed_out');
    return token;
  };
  return {
    token: () => read().token,
    during: async (work) => {
      const held = current();
      if (isOld(read()) && !(await renewOnce())) throw new AppError('signed_out');
      const token = current();
      try {
        return await work(token);
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'signed_out') throw error;
        // Renewed just now, or by another call meanwhile: once more with that; else with the last thing that may help.
        const isOther = read().token !== null && read().token !== token;
        if (token !== held || !(isOther || (await renewOnce()))) throw error;
        return work(current());
      }
    },
    take: (pass, device) => save(withPass(read(), pass, device, now())),
    end: () => save({ ...read(), token: null, renewal: null }),
  };
}
