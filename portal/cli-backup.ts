import { parseArgs } from 'node:util';
import { translate } from '../shared/i18n/index.ts';
import { formatDateTime } from '../shared/vietnamese/index.ts';
import { backUp, type Copied, moveToPostgres, restore } from './backup/index.ts';
import { BadArguments, type Home } from './cli-init.ts';
import { StartError } from './error.ts';

type Print = (line: string) => void;

/** `backup FILE`: the whole portal into one file, while it serves or not. */
export async function backupCommand(args: readonly string[], home: Home, print: Print): Promise<void> {
  const { file, place } = fileOf(args, home);
  const copied = await backUp(place, file, new Date());
  print(translate('vi', 'portal.cli.backed_up', { file, rows: copied.rows, pictures: copied.pictures }));
  tellMissing(copied);
}

/** `restore FILE`: a portal from a backup, where there is none yet. */
export async function restoreCommand(args: readonly string[], home: Home, print: Print): Promise<void> {
  const { file, place } = fileOf(args, home);
  const copied = await restore(file, place);
  print(translate('vi', 'portal.cli.restored', { file, rows: copied.rows, pictures: copied.pictures }));
  print(translate('vi', 'portal.cli.forgotten', { at: formatDateTime(copied.madeAt) }));
  tellMissing(copied);
}

/** `move-to-postgres`: from the folder's SQLite file into the database of `DATABASE_URL`. */
export async function moveCommand(args: readonly string[], home: Home, print: Print): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { folder: { type: 'string' } } });
  if (home.database === null) throw new StartError('database_needed');
  const { tables, kept } = await moveToPostgres(values.folder ?? home.folder, home.database);
  for (const [table, { rows, hash }] of Object.entries(tables)) print(`${table}\t${rows}\t${hash}`);
  print(translate('vi', 'portal.cli.moved', { tables: Object.keys(tables).length, kept }));
}

function fileOf(args: readonly string[], home: Home): { file: string; place: Home } {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { folder: { type: 'string' } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new BadArguments(positionals.join(' '));
  return { file, place: { ...home, folder: values.folder ?? home.folder } };
}

/** Names the pictures that could not be copied; the rest was, and the command ends badly so that a timer notices. */
function tellMissing({ missing }: Copied): void {
  if (missing.length === 0) return;
  process.stderr.write(`${translate('vi', 'portal.cli.missing_pictures', { count: missing.length })}\n`);
  for (const hash of missing) process.stderr.write(`${hash}\n`);
  process.exitCode = 2;
}
