import { canonicalJson } from '../../shared/content/index.ts';
import { translate } from '../../shared/i18n/index.ts';
import { revokeDevice, setMember } from '../admin/index.ts';
import { appendAudit, deviceEntry, keyEndedEntry, rulesEntry } from '../audit/index.ts';
import { eraseAgain } from '../erasure/index.ts';
import { lockFeed, writeRulesLine } from '../feed/index.ts';
import { readVersions } from '../rules/index.ts';
import { isErased, type Store } from '../store/index.ts';
import type { Context } from '../workflow/index.ts';
import type { Before } from './before.ts';
import { type Forgotten, forgottenIn } from './forgotten.ts';

/** A part of what administrators do, each carried by itself. */
export type CarriedPart = 'devices' | 'keys' | 'passwords' | 'members' | 'rules' | 'erasures';

/** What came over, by part. `left`: parts of which something could not be read or done, which is to be done by hand. */
export interface Carried {
  readonly counts: Readonly<Record<CarriedPart, number>>;
  readonly left: readonly CarriedPart[];
  readonly forgotten: Forgotten;
}

const OPERATOR = { person: null, device: null } as const;

/**
 * Does again in a restored portal what the one before knew of: devices revoked, approval keys ended, passwords changed,
 * roles given and taken, rules set, texts and pictures erased since the backup. Each with its line in the log, as an act of
 * the operator. Nobody is signed in, for a backup brings no sign-ins back. Doing it twice changes nothing.
 *
 * @param folder the restored portal's.
 */
export async function carryOver(context: Context, folder: string, before: Before): Promise<Carried> {
  const { store } = context;
  const counts = { devices: 0, keys: 0, passwords: 0, members: 0, rules: 0, erasures: 0 };
  const left = new Set<CarriedPart>();
  const units = await store.selectFrom('unit').select('id').orderBy('place').execute();
  const parts: readonly [CarriedPart, (tx: Store, unit: string) => Promise<number | null>][] = [
    ['devices', (tx, unit) => carryDevices(tx, context, unit, before)],
    ['keys', (tx, unit) => carryKeys(tx, context, unit, before)],
    ['passwords', (tx, unit) => carryPasswords(tx, context, unit, before)],
    ['members', (tx, unit) => carryMembers(tx, context, unit, before)],
    ['rules', (tx, unit) => carryRules(tx, context, unit, before)],
  ];
  for (const { id: unit } of units) {
    for (const [part, carry] of parts) {
      const done = await store.transaction().execute(async (tx) => {
        await lockFeed(tx, unit);
        return carry(tx, unit);
      });
      if (done === null) left.add(part);
      else counts[part] += done;
    }
    const erasures = before.erasures?.filter((one) => one.unit === unit).map(({ erasure }) => erasure) ?? null;
    if (erasures === null) left.add('erasures');
    for (const erasure of erasures ?? []) {
      if (await isErased(store, unit, erasure.hash)) continue;
      await eraseAgain(context, folder, unit, [erasure]);
      // Only what this portal signed is erased again: under a key it does not know any more, it is not.
      if (await isErased(store, unit, erasure.hash)) counts.erasures += 1;
      else left.add('erasures');
    }
  }
  // Who came after the backup has no account any more.
  const known = await store.selectFrom('membership').select('person').execute();
  if (before.members?.some(({ person }) => !known.some((one) => one.person === person))) left.add('members');
  return { counts, left: [...left], forgotten: await forgottenIn(store, before) };
}

/** A device that came after the backup and was revoked is brought along: it must not come as a new one. */
async function carryDevices(
  tx: Store,
  { identity, now }: Context,
  unit: string,
  { devices }: Before,
): Promise<number | null> {
  if (devices === null) return null;
  const at = now();
  let count = 0;
  for (const device of devices) {
    if (device.unit !== unit || device.revoked_at === null) continue;
    const known = await tx.selectFrom('device').select('revoked_at').where('id', '=', device.id).executeTakeFirst();
    if (known !== undefined && known.revoked_at !== null) continue;
    if (known === undefined) {
      const owner = await tx.selectFrom('person').select('id').where('id', '=', device.person).executeTakeFirst();
      if (owner === undefined) continue;
      await tx
        .insertInto('device')
        .values({ ...device, revoked_at: null })
        .execute();
      await appendAudit(tx, deviceEntry(device, at));
    }
    const wanted = { device: device.id, since: null, reason: translate('vi', 'portal.carried.revoked') };
    count += (await revokeDevice(tx, { identity }, unit, wanted, OPERATOR, at))?.devices.length ?? 0;
  }
  return count;
}

async function carryKeys(tx: Store, { now }: Context, unit: string, { endedKeys }: Before): Promise<number | null> {
  if (endedKeys === null) return null;
  const at = now();
  const open = await tx
    .selectFrom('approval_key')
    .innerJoin('device', 'device.id', 'approval_key.device')
    .select(['approval_key.id', 'approval_key.person', 'approval_key.device'])
    .where('device.unit', '=', unit)
    .where('approval_key.ended_at', 'is', null)
    .execute();
  const ended = open.filter(({ id }) => endedKeys.includes(id));
  for (const key of ended) {
    await tx.updateTable('approval_key').set({ ended_at: at.toISOString() }).where('id', '=', key.id).execute();
    await appendAudit(tx, keyEndedEntry(unit, key, at));
  }
  return ended.length;
}

async function carryPasswords(tx: Store, { now }: Context, unit: string, { accounts }: Before): Promise<number | null> {
  if (accounts === null) return null;
  let count = 0;
  for (const { name, person, password, one_time_until, ...rest } of accounts) {
    if (rest.unit !== unit) continue;
    const changed = await tx
      .updateTable('account')
      .set({ password, one_time_until })
      .where('name', '=', name)
      .where('person', '=', person)
      .where((eb) => eb.or([eb('password', '!=', password), eb('one_time_until', 'is distinct from', one_time_until)]))
      .returning('name')
      .executeTakeFirst();
    if (changed === undefined) continue;
    count += 1;
    const about = { kind: 'password.changed', subject: person, details: { account: name } } as const;
    await appendAudit(tx, { unit, at: now(), ...OPERATOR, ...about });
  }
  return count;
}

async function carryMembers(tx: Store, { now }: Context, unit: string, { members }: Before): Promise<number | null> {
  if (members === null) return null;
  let count = 0;
  let isAll = true;
  // Whoever became head first: a unit is never without one.
  const heads = [...members].sort(
    (one, other) => Number(other.roles.includes('head')) - Number(one.roles.includes('head')),
  );
  for (const { unit: own, person, title, roles, deputies } of heads) {
    if (own !== unit) continue;
    const known = await tx
      .selectFrom('membership')
      .select(['title', 'roles', 'deputies'])
      .where('unit', '=', unit)
      .where('person', '=', person)
      .executeTakeFirst();
    if (known === undefined) continue;
    const words = JSON.stringify([title, roles, deputies]);
    if (JSON.stringify([known.title, JSON.parse(known.roles), JSON.parse(known.deputies)]) === words) continue;
    const set = await setMember(tx, unit, { person, title, roles, deputies }, { by: OPERATOR, byHead: true }, now());
    if ('problem' in set) isAll = false;
    else count += 1;
  }
  return isAll ? count : null;
}

/** The versions that were set after the backup, under their own names: approvals that clients bring back name them. */
async function carryRules(tx: Store, { now }: Context, unit: string, { rules }: Before): Promise<number | null> {
  if (rules === null) return null;
  const before = rules.filter((one) => one.unit === unit).map((one) => one.rules);
  const known = (await readVersions(tx, unit)).map(({ version }) => version);
  if (!known.every((version, index) => before[index]?.version === version)) return null;
  for (const version of before.slice(known.length)) {
    const number = await writeRulesLine(tx, unit, version);
    const words = canonicalJson(version);
    await tx.insertInto('regulation').values({ version: version.version, unit, number, words }).execute();
    await appendAudit(tx, rulesEntry(unit, version, OPERATOR, now()));
  }
  return before.length - known.length;
}
