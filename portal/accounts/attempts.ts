import { createHmac } from 'node:crypto';
import { networkOf } from '../network.ts';
import { lockPortal, type Store } from '../store/index.ts';

/** Failed sign-ins allowed for one account from one address within {@link WINDOW}. */
const MOST = 10;
/** Milliseconds. */
const WINDOW = 15 * 60_000;
/** Pairs remembered at once: a flood of made-up names costs no more room than this. */
const PAIRS = 10_000;

/** Counts failed sign-ins, so that a password cannot be guessed by trying. */
export interface Attempts {
  /**
   * Counts one more try, before the password is looked at: many at once are not free.
   * @returns whether it is allowed. Throws where the store does: no try is free because nobody could count it.
   */
  begin(account: string, address: string): Promise<boolean>;
  /** The password was right: what was counted for the pair is forgotten. */
  succeeded(account: string, address: string): Promise<void>;
}

/** What counting needs. `secret`: names in the store are hashed with it; the same in every process of a portal. */
export interface AttemptsParts {
  readonly store: Store;
  readonly secret: string;
  readonly now: () => Date;
  readonly pairs?: number;
}

/**
 * Counts by account and address together: somebody who guesses at an account from elsewhere never locks its owner out,
 * and one teacher's forgotten password never locks out the others behind the school's one address. An IPv6 address counts
 * with its whole network, for whoever guesses has all of it. Kept in the store: as many processes as there are, they
 * count one number, and a restart forgives nothing.
 */
export function createAttempts({ store, secret, now, pairs = PAIRS }: AttemptsParts): Attempts {
  const pairOf = (account: string, address: string): string =>
    createHmac('sha256', `banthao-attempts-1\n${secret}`)
      .update(JSON.stringify([account, networkOf(address)]))
      .digest('hex');
  return {
    async begin(account, address) {
      const at = now();
      const since = at.toISOString();
      const over = new Date(at.getTime() - WINDOW).toISOString();
      // One statement: of two tries at once in two processes, each is counted.
      const { count } = await store
        .insertInto('attempt')
        .values({ pair: pairOf(account, address), count: 1, since })
        .onConflict((conflict) =>
          conflict.column('pair').doUpdateSet((eb) => ({
            count: eb
              .case()
              .when('attempt.since', '<=', over)
              .then(1)
              .else(eb('attempt.count', '+', 1))
              .end(),
            since: eb.case().when('attempt.since', '<=', over).then(since).else(eb.ref('attempt.since')).end(),
          })),
        )
        .returning('count')
        .executeTakeFirstOrThrow();
      if (count === 1) await forget(store, over, pairs);
      return count <= MOST;
    },
    async succeeded(account, address) {
      await store.deleteFrom('attempt').where('pair', '=', pairOf(account, address)).execute();
    },
  };
}

/** Drops what is over, and the oldest of what is too much. Never twice at once: rows locked in two orders would meet. */
function forget(store: Store, over: string, pairs: number): Promise<void> {
  return store.transaction().execute(async (tx) => {
    await lockPortal(tx);
    await tx.deleteFrom('attempt').where('since', '<=', over).execute();
    const newest = await tx
      .selectFrom('attempt')
      .select('pair')
      .orderBy('since', 'desc')
      .orderBy('pair')
      .offset(pairs)
      .limit(pairs)
      .execute();
    for (const { pair } of newest) await tx.deleteFrom('attempt').where('pair', '=', pair).execute();
  });
}
