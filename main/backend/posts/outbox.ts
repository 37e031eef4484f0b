import { z } from 'zod';
import { newId } from '../../../shared/content/index.ts';
import { signMutation } from '../../../shared/sync/index.ts';
import type { MutationArgs, MutationName } from '../../../shared/workflow/index.ts';
import { checksum, readSetting, type Store, writeSetting } from '../store/index.ts';
import type { Desk } from './desk.ts';

/**
 * Writes a mutation into the outbox. Call it inside the transaction of its local effect: both are there after a power
 * cut, or neither (design 6).
 * @returns the mutation's id.
 */
export function enqueue<Name extends MutationName>(
  desk: Desk,
  post: string,
  name: Name,
  args: MutationArgs<Name>,
  after: readonly (string | null)[],
  contributors: readonly string[] = [],
): string {
  const { db, device } = desk;
  const seq = (readSetting(db, 'seq', z.int()) ?? 0) + 1;
  writeSetting(db, 'seq', seq);
  const at = desk.now().toISOString();
  const named = [...new Set(after.filter((id) => id !== null))];
  const mutation = signMutation(
    { id: newId(), device: device.id, seq, name, args, after: named, at },
    device.secretKey,
  );
  const words = JSON.stringify(mutation);
  db.prepare(
    `INSERT INTO mutation (id, post, device, seq, name, words, sum, person, contributors, at, outcome)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending')`,
  ).run(
    mutation.id,
    post,
    device.id,
    seq,
    name,
    words,
    checksum(mutation.id, post, words),
    desk.me().id,
    JSON.stringify(contributors),
    at,
  );
  return mutation.id;
}

/** How many mutations wait for a verdict. */
export function countOutbox(db: Store): number {
  const row = db
    .prepare<[], { count: number }>("SELECT count(*) AS count FROM mutation WHERE outcome IN ('pending', 'sent')")
    .get();
  return row?.count ?? 0;
}
