import { LIMITS } from '../../shared/content/index.ts';
import type { Quota } from '../../shared/sync/index.ts';
import { dayInVietnam } from '../../shared/vietnamese/index.ts';
import type { Caller } from '../accounts/index.ts';
import type { Store } from '../store/index.ts';

type Sender = Pick<Caller, 'unit' | 'person'>;

/** What may be sent on a day, and the column it is counted in. */
const KINDS = {
  text: { column: 'text_bytes', most: LIMITS.dailyTextBytes },
  files: { column: 'file_bytes', most: LIMITS.dailyFileBytes },
} as const;

/** A member is told from this share of a limit on: before it bites. */
const NEAR = 0.8;

/**
 * Counts what a member brings against what they may send on one day in Vietnam (design 7): nobody's computer, stolen or
 * gone wild, fills the portal's disk. What does not fit any more is not taken in, and is offered again the next day.
 *
 * @returns whether it fits; what does not is not counted.
 */
export async function spend(
  tx: Store,
  { unit, person }: Sender,
  kind: keyof typeof KINDS,
  bytes: number,
  at: Date,
): Promise<boolean> {
  const { column, most } = KINDS[kind];
  const day = dayInVietnam(at.toISOString());
  await tx
    .deleteFrom('sent_today')
    .where('unit', '=', unit)
    .where('person', '=', person)
    .where('day', '<', day)
    .execute();
  const row = { unit, person, day, text_bytes: 0, file_bytes: 0, [column]: bytes };
  // One statement: of two uploads at once, in two processes too, each is counted.
  const spent = await tx
    .insertInto('sent_today')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['unit', 'person', 'day'])
        .doUpdateSet((eb) => ({ [column]: eb(`sent_today.${column}`, '+', bytes) }))
        .where(`sent_today.${column}`, '<=', most - bytes),
    )
    .returning('day')
    .executeTakeFirst();
  return spent !== undefined;
}

/** What a member has sent today, once it comes near a limit; `null` before. `isOver`: something was left out just now. */
export async function quotaOf(
  store: Store,
  { unit, person }: Sender,
  isOver: boolean,
  at: Date,
): Promise<Quota | null> {
  const day = dayInVietnam(at.toISOString());
  const row = await store
    .selectFrom('sent_today')
    .select(['text_bytes', 'file_bytes'])
    .where('unit', '=', unit)
    .where('person', '=', person)
    .where('day', '=', day)
    .executeTakeFirst();
  const text = { used: row?.text_bytes ?? 0, most: KINDS.text.most };
  const files = { used: row?.file_bytes ?? 0, most: KINDS.files.most };
  const isNear = [text, files].some(({ used, most }) => used >= most * NEAR);
  return isOver || isNear ? { day, text, files, isOver } : null;
}
