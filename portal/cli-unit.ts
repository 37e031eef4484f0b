import { parseArgs } from 'node:util';
import { z } from 'zod';
import { newId } from '../shared/content/index.ts';
import { translate } from '../shared/i18n/index.ts';
import { dayInVietnam } from '../shared/vietnamese/index.ts';
import { ROLES } from '../shared/workflow/index.ts';
import { BadArguments, type Home } from './cli-init.ts';
import { originFrom } from './origin.ts';
import { readIdentity } from './portal.ts';
import { openStore, type Store } from './store/index.ts';
import { addUnit, mergeUnit, readUnits, renameUnit, UNIT_KINDS, unitNamed, unitTree } from './units/index.ts';

const text = { type: 'string' } as const;
/** Ids name folders, so they are plain. */
const idSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);
const nameSchema = z.string().trim().min(1).max(300);

/**
 * `unit list`, `unit add`, `unit rename ID` and `unit merge ID`: the units that one portal serves. A portal that runs
 * serves what changed from its next start on.
 *
 * @param print one line of standard output.
 */
export async function unitCommand(args: readonly string[], home: Home, print: (line: string) => void): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...{ folder: text, id: text, name: text, level: text, kind: text, origin: text, on: text, into: text },
      ...{ member: text, address: text, phone: text, email: text, responsible: text },
      parent: { type: 'string', multiple: true },
    },
  });
  const [verb = '', subject = ''] = positionals;
  const now = new Date();
  const today = dayInVietnam(now.toISOString());
  const on = values.on ?? today;
  if (!z.iso.date().safeParse(on).success || on > today) throw new BadArguments('--on');
  const folder = values.folder ?? home.folder;
  const store = await openStore(folder, home.database);
  try {
    await readIdentity(store, folder);
    if (verb === 'list') return await list(store, print);
    if (verb === 'add') {
      await add(store, values, on, now, print);
    } else if (verb === 'rename') {
      const name = nameSchema.safeParse(values.name);
      if (!name.success) throw new BadArguments('--name');
      await renameUnit(store, unitNamed(await readUnits(store), subject).unit.id, name.data, on, now);
      print(translate('vi', 'portal.unit.renamed', { id: subject, name: name.data }));
    } else if (verb === 'merge') {
      const units = await readUnits(store);
      const into = unitNamed(units, values.into ?? '').unit;
      await mergeUnit(store, unitNamed(units, subject).unit.id, into.id, on, now);
      print(translate('vi', 'portal.unit.merged', { id: subject, name: into.name }));
    } else throw new BadArguments(`unit ${verb}`);
    print(translate('vi', 'portal.unit.restart'));
  } finally {
    await store.destroy();
  }
}

async function list(store: Store, print: (line: string) => void): Promise<void> {
  for (const line of await unitTree(store)) {
    const state = line.closedOn === null ? '-' : `${line.closedOn} > ${line.successor ?? ''}`;
    const dated = [line.openedOn || '-', state, line.formerNames.join('; ') || '-'];
    print(
      [line.id, line.name, line.kind || '-', line.origin || '-', line.parents.join(',') || '-', ...dated].join('\t'),
    );
  }
}

type Flags = Readonly<Partial<Record<'id' | 'name' | 'level' | 'kind' | 'origin' | 'member', string>>> &
  Readonly<Partial<Record<'address' | 'phone' | 'email' | 'responsible', string>>> & {
    readonly parent?: readonly string[];
  };

async function add(store: Store, flags: Flags, on: string, now: Date, print: (line: string) => void): Promise<void> {
  const [account = '', name = '', title = '', roles = ''] = (flags.member ?? '').split('|').map((part) => part.trim());
  const parsed = z
    .object({
      id: idSchema,
      name: nameSchema,
      level: z.enum(['school', 'office']),
      kind: z.enum(UNIT_KINDS),
      origin: z.string(),
      member: z.object({ account: z.string().min(2).max(60), name: nameSchema, roles: z.array(z.enum(ROLES)).min(1) }),
    })
    .safeParse({
      ...{ id: flags.id ?? newId(), name: flags.name, level: flags.level },
      kind: flags.kind ?? (flags.level === 'school' ? 'school' : undefined),
      origin: originFrom(flags.origin ?? '') ?? undefined,
      member: { account, name, roles: roles.split(',').map((role) => role.trim()) },
    });
  if (!parsed.success) throw new BadArguments(parsed.error.issues[0]?.path.join('.') ?? '');
  const { id, level, kind, origin, member } = parsed.data;
  const { address = '', phone = '', email = '', responsible = '' } = flags;
  const made = await addUnit(
    store,
    {
      unit: { id, name: parsed.data.name, level },
      ...{ kind, origin, on, parents: flags.parent ?? [], contact: { address, phone, email, responsible } },
      member: { ...member, title },
    },
    now,
  );
  print(translate('vi', 'portal.unit.added', { id, name: parsed.data.name }));
  print(translate('vi', 'portal.cli.passwords'));
  print(`${made.account}\t${made.password}`);
}
