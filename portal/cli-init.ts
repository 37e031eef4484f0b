import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { newId } from '../shared/content/index.ts';
import { translate } from '../shared/i18n/index.ts';
import { judgePassword } from '../shared/rules/index.ts';
import { ACCOUNT_LIMITS, WIRE_LIMITS } from '../shared/sync/index.ts';
import { ROLES } from '../shared/workflow/index.ts';
import { writeConfig } from './config.ts';
import { initPortal } from './init.ts';
import { originFrom } from './origin.ts';

/** Arguments that do not fit the command. `sentence` says what is wrong and how it is used. */
export class BadArguments extends Error {
  readonly sentence: string;

  constructor(detail: string, sentence?: string) {
    super(detail);
    this.name = 'BadArguments';
    this.sentence =
      sentence ?? `${translate('vi', 'portal.cli.bad_arguments', { detail })}\n${translate('vi', 'portal.cli.usage')}`;
  }
}

/** Where a portal is when its command is not told: its folder, and its database when that is PostgreSQL. */
export interface Home {
  readonly folder: string;
  readonly database: string | null;
}

const words = z.string().trim();
const memberSchema = z.strictObject({
  account: words.min(1).max(WIRE_LIMITS.accountCharacters),
  name: words.min(1).max(200),
  title: words.max(200),
  roles: z.array(z.enum(ROLES)).min(1),
  password: z.string().max(ACCOUNT_LIMITS.passwordCharacters).optional(),
});
const fileSchema = z.strictObject({
  unit: z.strictObject({
    id: words.min(1).max(64).optional(),
    name: words.min(1).max(300),
    level: z.enum(['school', 'office']),
    origin: z
      .string()
      .transform((text) => originFrom(text))
      .refine((origin) => origin !== null)
      .optional(),
  }),
  contact: z
    .strictObject({
      address: words.default(''),
      phone: words.default(''),
      email: words.default(''),
      responsible: words.default(''),
    })
    .prefault({}),
  members: z.array(memberSchema).min(1),
});

/**
 * Makes a portal from flags or a JSON file. Members without a password in the file get a one-time one, printed once.
 *
 * Writes the configuration file beside it.
 *
 * @param print one line of standard output.
 * @param ask asks a person for what no argument tells; `null` where nobody sits.
 */
export async function init(
  args: readonly string[],
  home: Home,
  print: (line: string) => void,
  ask: Ask | null = null,
): Promise<void> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...{ folder: text, file: text, name: text, level: text, origin: text },
      ...{ address: text, phone: text, email: text, responsible: text },
      member: { type: 'string', multiple: true },
    },
  });
  const folder = values.folder ?? home.folder;
  const told = values.file === undefined && values.name === undefined && ask !== null ? await askFor(ask) : values;
  const { unit, contact, members } =
    values.file === undefined ? fromFlags({ ...told, members: told.member ?? [] }) : fromFile(values.file);

  for (const { account, name, password } of members) {
    const fault = password === undefined ? null : judgePassword(password, [account, name, unit.name]);
    if (fault !== null) throw new BadArguments(fault, `${account}: ${translate('vi', `error.${fault}`)}`);
  }
  const { passwords, recovery } = await initPortal({
    folder,
    database: home.database,
    now: () => new Date(),
    unit: { id: unit.id ?? newId(), name: unit.name, level: unit.level },
    origin: unit.origin ?? '',
    contact,
    members,
  });
  writeConfig(folder, { database: home.database });
  print(translate('vi', 'portal.cli.made', { unit: unit.name, folder }));
  print(translate('vi', 'portal.key.recovery'));
  print(recovery);
  if (passwords.length > 0) print(translate('vi', 'portal.cli.passwords'));
  for (const { account, password } of passwords) print(`${account}\t${password}`);
}

/** Puts a question to a person and resolves with the answer. */
export type Ask = (question: string) => Promise<string>;

/** The unit, its address and its first administrator, asked one after the other; each again until the answer can be used. */
async function askFor(ask: Ask): Promise<{ name: string; level: string; origin: string; member: string[] }> {
  const until = async <Value>(question: string, read: (answer: string) => Value | null): Promise<Value> => {
    for (;;) {
      const value = read((await ask(question)).trim());
      if (value !== null) return value;
    }
  };
  const some = (answer: string): string | null => (answer === '' || answer.includes('|') ? null : answer);
  const name = await until(translate('vi', 'portal.ask.unit'), some);
  const level = await until(translate('vi', 'portal.ask.level'), (answer) =>
    answer === '1' ? 'school' : answer === '2' ? 'office' : null,
  );
  const origin = await until(translate('vi', 'portal.ask.origin'), (answer) =>
    originFrom(answer.includes('://') ? answer : `https://${answer}`),
  );
  const person = await until(translate('vi', 'portal.ask.person'), some);
  const account = await until(translate('vi', 'portal.ask.account'), (answer) =>
    /^[\p{L}\p{N}._@-]{2,60}$/u.test(answer) ? answer : null,
  );
  return { name, level, origin, member: [`${account}|${person}||author,head,administrator`] };
}

function fromFile(file: string): z.infer<typeof fileSchema> {
  const refuse = (detail: string): never => {
    throw new BadArguments(detail, translate('vi', 'portal.cli.bad_file', { file, detail }));
  };
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return refuse(error instanceof Error && 'code' in error ? String(error.code) : 'JSON');
  }
  const parsed = fileSchema.safeParse(value);
  return parsed.success ? parsed.data : refuse(parsed.error.issues[0]?.path.join('.') ?? '');
}

function fromFlags(flags: {
  name?: string | undefined;
  level?: string | undefined;
  origin?: string | undefined;
  address?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
  responsible?: string | undefined;
  members: readonly string[];
}): z.infer<typeof fileSchema> {
  const { name, level, origin, members, address, phone, email, responsible } = flags;
  const parsed = fileSchema.safeParse({
    unit: { name, level, ...(origin !== undefined && { origin }) },
    contact: { address, phone, email, responsible },
    members: members.map((line) => {
      const [account = '', fullName = '', title = '', roles = ''] = line.split('|');
      return { account, name: fullName, title, roles: roles.split(',').map((role) => role.trim()) };
    }),
  });
  if (!parsed.success) throw new BadArguments(parsed.error.issues[0]?.path.join('.') ?? '');
  return parsed.data;
}
