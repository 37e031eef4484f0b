import { parseArgs } from 'node:util';
import { translate } from '../shared/i18n/index.ts';
import { formatDateTime } from '../shared/vietnamese/index.ts';
import {
  type Before,
  backUp,
  type Copied,
  carryOver,
  moveToPostgres,
  type Place,
  readBefore,
  restore,
} from './backup/index.ts';
import { BadArguments, type Home } from './cli-init.ts';
import { StartError } from './error.ts';
import { readIdentity } from './portal.ts';
import { openStore } from './store/index.ts';

type Print = (line: string) => void;

/** `backup FILE`: the whole portal into one file, while it serves or not. */
export async function backupCommand(args: readonly string[], home: Home, print: Print): Promise<void> {
  const { file, place } = fileOf(args, home);
  const copied = await backUp(place, file, new Date());
  print(translate('vi', 'portal.cli.backed_up', { file, rows: copied.rows, pictures: copied.pictures }));
  tellMissing(copied);
}

/**
 * `restore FILE [--before PLACE]`: a portal from a backup, where there is none yet. PLACE is the folder, or the PostgreSQL
 * database, of the portal there was: what it still knows of revocations, roles, passwords, rules and erasures since the
 * backup is done again. What could not be is told with the commands that do it.
 */
export async function restoreCommand(args: readonly string[], home: Home, print: Print): Promise<void> {
  const { file, place, before } = fileOf(args, home);
  // Read first: a portal that cannot tell it is told before anything is made.
  const known = before === undefined ? null : await readBefore(placeNamed(before));
  const copied = await restore(file, place);
  print(translate('vi', 'portal.cli.restored', { file, rows: copied.rows, pictures: copied.pictures }));
  const at = formatDateTime(copied.madeAt);
  if (before === undefined) print(translate('vi', 'portal.cli.forgotten', { at }));
  else if (known === null) {
    print(translate('vi', 'portal.cli.before_unreadable', { before }));
    print(translate('vi', 'portal.cli.forgotten', { at }));
  } else await carry(place, known, at, print);
  tellMissing(copied);
}

async function carry({ folder, database }: Home, known: Before, at: string, print: Print): Promise<void> {
  const store = await openStore(folder, database);
  try {
    const { identity } = await readIdentity(store, folder);
    if (known.portal !== identity.portal) {
      print(translate('vi', 'portal.cli.before_other'));
      return print(translate('vi', 'portal.cli.forgotten', { at }));
    }
    const report = (error: unknown): never => {
      throw error;
    };
    const { counts, left, forgotten } = await carryOver(
      { store, identity, now: () => new Date(), report },
      folder,
      known,
    );
    print(translate('vi', 'portal.cli.carried', counts));
    if (left.length > 0) print(translate('vi', 'portal.cli.not_carried'));
    for (const part of left) print(translate('vi', `portal.cli.left.${part}`));
    for (const part of ['units', 'mergers', 'people', 'devices'] as const) {
      if (forgotten[part].length > 0) print(translate('vi', `portal.cli.lost.${part}`));
      for (const line of forgotten[part]) print(`- ${line}`);
    }
  } finally {
    await store.destroy();
  }
}

/** A folder, or the address of a PostgreSQL database. */
function placeNamed(before: string): Place {
  return /^postgres(ql)?:\/\//.test(before) ? { folder: '', database: before } : { folder: before, database: null };
}

/** `move-to-postgres`: from the folder's SQLite file into the database of `DATABASE_URL`. */
export async function moveCommand(args: readonly string[], home: Home, print: Print): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { folder: { type: 'string' } } });
  if (home.database === null) throw new StartError('database_needed');
  const { tables, kept } = await moveToPostgres(values.folder ?? home.folder, home.database);
  for (const [table, { rows, hash }] of Object.entries(tables)) print(`${table}\t${rows}\t${hash}`);
  print(translate('vi', 'portal.cli.moved', { tables: Object.keys(tables).length, kept }));
}

function fileOf(args: readonly string[], home: Home): { file: string; place: Home; before: string | undefined } {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { folder: { type: 'string' }, before: { type: 'string' } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new BadArguments(positionals.join(' '));
  return { file, place: { ...home, folder: values.folder ?? home.folder }, before: values.before };
}

/** Names the pictures that could not be copied; the rest was, and the command ends badly so that a timer notices. */
function tellMissing({ missing }: Copied): void {
  if (missing.length === 0) return;
  process.stderr.write(`${translate('vi', 'portal.cli.missing_pictures', { count: missing.length })}\n`);
  for (const hash of missing) process.stderr.write(`${hash}\n`);
  process.exitCode = 2;
}
