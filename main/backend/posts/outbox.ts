import { z } from 'zod';
import { newId } from '../../../shared/content/index.ts';
import { type Mutation, signMutation } from '../../../shared/sync/index.ts';
import type { MutationArgs, MutationName } from '../../../shared/workflow/index.ts';
import type { Device } from '../identity/index.ts';
import { checksum, readSetting, type Store, writeSetting } from '../store/index.ts';
import type { Desk } from './desk.ts';
import { type MutationRow, wordsOf } from './events.ts';

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
  const seq = numberOfLine(db, device.id) + 1;
  writeSetting(db, LINE, { device: device.id, seq });
  const at = desk.now().toISOString();
  const named = [...new Set(after.filter((id) => id !== null))];
  const mutation = signMutation(
    { id: newId(), device: device.id, seq, name, args: said(args), after: named, at },
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

/** What is left out of the arguments is not among them. */
function said(args: object): Mutation['args'] {
  return Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined));
}

const LINE = 'line';
const lineSchema = z.object({ device: z.uuid(), seq: z.int() });

/** The last number that this database gave under that line; 0 when it writes under another. */
export function numberOfLine(db: Store, device: string): number {
  const line = readSetting(db, LINE, lineSchema);
  return line?.device === device ? line.seq : 0;
}

/**
 * Signs what waits in the outbox under a new line: ids, words and order stay, so that nothing is lost and the portal
 * executes none of it twice. Does nothing when the database writes under that line already.
 */
export function signOutboxAnew(db: Store, device: Device): void {
  const old = readSetting(db, LINE, lineSchema);
  if (old === null || old.device === device.id) return;
  db.transaction(() => {
    const waiting = db
      .prepare<[string], MutationRow>(
        "SELECT * FROM mutation WHERE outcome IN ('pending', 'sent') AND device = ? ORDER BY place",
      )
      .all(old.device);
    for (const [index, row] of waiting.entries()) writeSigned(db, device, row, index + 1);
    writeSetting(db, LINE, { device: device.id, seq: waiting.length });
  })();
}

/** Signs one mutation of an earlier line of this folder under the line it writes under now: id and words stay. */
export function signAnew({ db, device }: Desk, row: MutationRow): Mutation {
  const seq = numberOfLine(db, device.id) + 1;
  writeSetting(db, LINE, { device: device.id, seq });
  return writeSigned(db, device, row, seq);
}

function writeSigned(db: Store, device: Device, row: MutationRow, seq: number): Mutation {
  const { signature: _, ...words } = wordsOf(row);
  const signed = signMutation({ ...words, device: device.id, seq }, device.secretKey);
  const text = JSON.stringify(signed);
  db.prepare('UPDATE mutation SET device = ?, seq = ?, words = ?, sum = ? WHERE id = ?').run(
    ...[device.id, seq, text, checksum(row.id, row.post, text), row.id],
  );
  return signed;
}

/** How many mutations wait for a verdict. */
export function countOutbox(db: Store): number {
  const row = db
    .prepare<[], { count: number }>("SELECT count(*) AS count FROM mutation WHERE outcome IN ('pending', 'sent')")
    .get();
  return row?.count ?? 0;
}
