import { parseArgs } from 'node:util';
import { z } from 'zod';
import { newId } from '../shared/content/index.ts';
import { translate } from '../shared/i18n/index.ts';
import { PAGE_ROWS } from '../shared/sync/index.ts';
import { dayInVietnam } from '../shared/vietnamese/index.ts';
import { type Exemption, exemptionSchema, ROLES, rolesOn } from '../shared/workflow/index.ts';
import { accountName, memberOf } from './accounts/index.ts';
import { listDevices, resetPassword, revokeDevice, setMember } from './admin/index.ts';
import { BadArguments, type Home } from './cli-init.ts';
import { StartError } from './error.ts';
import { readUnitMeant } from './portal.ts';
import { readVersions, regrant } from './rules/index.ts';
import { openStore, type Store } from './store/index.ts';
import type { Identity } from './workflow/index.ts';

/** What a command works with: the operator acts for the portal, so no person and no device is named in the log. */
interface Work {
  readonly store: Store;
  readonly unit: string;
  readonly identity: Identity;
  readonly print: (line: string) => void;
  readonly now: Date;
}

const OPERATOR = { person: null, device: null };
const text = { type: 'string' } as const;

/**
 * `device list`, `device revoke ID --reason WORDS [--since TIME]`, `member list`, `member set ACCOUNT --roles a,b`,
 * `member password ACCOUNT`,
 * `exemption list`, `exemption grant …` and `exemption end ID`: what the operator of the machine does to a unit's board.
 * The portal may be running.
 */
export async function boardCommand(
  command: 'device' | 'member' | 'exemption',
  args: readonly string[],
  home: Home,
  print: (line: string) => void,
): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...{ folder: text, unit: text, reason: text, since: text, roles: text, title: text },
      ...{ person: text, for: text, from: text, to: text, by: text, decision: text },
    },
  });
  const [verb = '', subject = ''] = positionals;
  const folder = values.folder ?? home.folder;
  const store = await openStore(folder, home.database);
  try {
    const { identity, unit } = await readUnitMeant(store, folder, values.unit);
    const work: Work = { store, unit: unit.id, identity, print, now: new Date() };
    const key = `${command} ${verb}`;
    if (key === 'device list') return await printDevices(work);
    if (key === 'device revoke') return await revoke(work, subject, values);
    if (key === 'member list') return await printMembers(work);
    if (key === 'member set') return await changeMember(work, subject, values);
    if (key === 'member password') return await givePassword(work, subject);
    if (key === 'exemption list') return await printExemptions(work);
    if (key === 'exemption grant') return await grant(work, values);
    if (key === 'exemption end') return await end(work, subject);
    throw new BadArguments(key);
  } finally {
    await store.destroy();
  }
}

async function printDevices({ store, unit, print }: Work): Promise<void> {
  let after: string | undefined;
  do {
    const { devices, next } = await listDevices(store, unit, { after, limit: PAGE_ROWS });
    for (const { id, name, personName, registeredAt, revokedAt, startedFrom } of devices)
      print([id, personName, name, registeredAt, revokedAt ?? '-', startedFrom ?? '-'].join('\t'));
    after = next ?? undefined;
  } while (after !== undefined);
}

async function revoke(
  { store, unit, identity, print, now }: Work,
  device: string,
  { reason, since }: { reason?: string | undefined; since?: string | undefined },
): Promise<void> {
  if (reason === undefined || reason.trim() === '') throw new BadArguments('--reason');
  const point = since === undefined ? null : z.iso.datetime({ offset: true }).safeParse(since);
  if (point?.success === false) throw new BadArguments('--since');
  const from = point === null ? null : new Date(point.data).toISOString();
  const revoked = await store
    .transaction()
    .execute((tx) => revokeDevice(tx, { identity }, unit, { device, since: from, reason }, OPERATOR, now));
  if (revoked === null) throw new BadArguments(device);
  print(
    translate('vi', 'portal.board.revoked', { devices: revoked.devices.length, approvals: revoked.flagged.length }),
  );
  for (const id of revoked.devices) print(id);
}

async function printMembers({ store, unit, print, now }: Work): Promise<void> {
  const accounts = await store.selectFrom('account').select(['name', 'person']).where('unit', '=', unit).execute();
  for (const { name, person } of accounts) {
    const member = await memberOf(store, unit, person);
    if (member === null) continue;
    const roles = rolesOn(member, dayInVietnam(now.toISOString()));
    print([name, member.name, member.title, roles.join(',')].join('\t'));
  }
}

async function changeMember(
  { store, unit, print, now }: Work,
  account: string,
  { roles, title }: { roles?: string | undefined; title?: string | undefined },
): Promise<void> {
  const listed = roles === undefined || roles.trim() === '' ? [] : roles.split(',').map((role) => role.trim());
  const parsed = z.array(z.enum(ROLES)).safeParse(listed);
  if (roles === undefined || !parsed.success) throw new BadArguments('--roles');
  const person = await personOf(store, unit, account);
  const set = await store.transaction().execute(async (tx) => {
    const deputies = (await memberOf(tx, unit, person))?.deputies ?? [];
    const wanted = { person, roles: parsed.data, deputies, ...(title === undefined ? {} : { title }) };
    return setMember(tx, unit, wanted, { by: OPERATOR, byHead: true }, now);
  });
  // The operator may do all but leave the unit without a head.
  if ('problem' in set) throw new StartError('last_head');
  print(translate('vi', 'portal.board.member', { name: set.name, roles: set.roles.join(', ') }));
}

async function givePassword({ store, unit, print, now }: Work, account: string): Promise<void> {
  const person = await personOf(store, unit, account);
  const reset = await resetPassword(store, unit, person, { by: OPERATOR, byHead: true }, now);
  if ('problem' in reset) throw new BadArguments(account);
  print(translate('vi', 'portal.board.password'));
  print(`${reset.account}\t${reset.password}`);
}

async function personOf(store: Store, unit: string, account: string): Promise<string> {
  const row = await store
    .selectFrom('account')
    .select('person')
    .where('name', '=', accountName(account))
    .where('unit', '=', unit)
    .executeTakeFirst();
  if (row === undefined) throw new BadArguments(account);
  return row.person;
}

async function currentExemptions(store: Store, unit: string): Promise<readonly Exemption[]> {
  return (await readVersions(store, unit)).at(-1)?.exemptions ?? [];
}

async function printExemptions({ store, unit, print }: Work): Promise<void> {
  for (const one of await currentExemptions(store, unit))
    print(
      [one.id, one.person ?? '*', one.transitions.join(','), one.from, one.to, one.grantedBy, one.decision].join('\t'),
    );
}

async function grant(
  { store, unit, print, now }: Work,
  values: { readonly [Name in 'person' | 'for' | 'from' | 'to' | 'by' | 'decision']?: string | undefined },
): Promise<void> {
  const { person = '*', from, to, by, decision } = values;
  const exemption = exemptionSchema.safeParse({
    id: newId(),
    person: person === '*' ? null : await personOf(store, unit, person),
    transitions: (values.for ?? '').split(',').map((name) => name.trim()),
    ...{ from, to, grantedBy: by, decision },
  });
  if (!exemption.success) throw new BadArguments(exemption.error.issues[0]?.path.join('.') ?? '');
  const before = await currentExemptions(store, unit);
  await store.transaction().execute((tx) => regrant(tx, unit, [...before, exemption.data], now));
  print(translate('vi', 'portal.board.granted', { id: exemption.data.id }));
}

async function end({ store, unit, print, now }: Work, id: string): Promise<void> {
  const before = await currentExemptions(store, unit);
  if (!before.some((one) => one.id === id)) throw new BadArguments(id);
  const left = before.filter((one) => one.id !== id);
  await store.transaction().execute((tx) => regrant(tx, unit, left, now));
  print(translate('vi', 'portal.board.ended', { id }));
}
