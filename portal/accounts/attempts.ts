import { networkOf } from '../network.ts';

/** Failed sign-ins allowed for one account from one address within {@link WINDOW}. */
const MOST = 10;
/** Milliseconds. */
const WINDOW = 15 * 60_000;
/** Pairs remembered at once: a flood of made-up names costs no more memory than this. */
const PAIRS = 10_000;

/** Counts failed sign-ins, so that a password cannot be guessed by trying. */
export interface Attempts {
  /** Whether one more try is refused now. */
  isBlocked(account: string, address: string): boolean;
  failed(account: string, address: string): void;
  succeeded(account: string, address: string): void;
}

/**
 * Counts by account and address together: somebody who guesses at an account from elsewhere never locks its owner out,
 * and one teacher's forgotten password never locks out the others behind the school's one address. An IPv6 address counts
 * with its whole network, for whoever guesses has all of it.
 */
export function createAttempts(now: () => Date): Attempts {
  const failures = new Map<string, { count: number; since: number }>();
  const key = (account: string, address: string): string => JSON.stringify([account, networkOf(address)]);
  const current = (pair: string): { count: number; since: number } => {
    const found = failures.get(pair);
    const time = now().getTime();
    return found !== undefined && time - found.since < WINDOW ? found : { count: 0, since: time };
  };
  return {
    isBlocked: (account, address) => current(key(account, address)).count >= MOST,
    failed(account, address) {
      const pair = key(account, address);
      const { count, since } = current(pair);
      failures.delete(pair);
      failures.set(pair, { count: count + 1, since });
      const oldest = failures.keys().next();
      if (failures.size > PAIRS && !oldest.done) failures.delete(oldest.value);
    },
    succeeded: (account, address) => void failures.delete(key(account, address)),
  };
}
