import { parseArgs } from 'node:util';
import { translate } from '../shared/i18n/index.ts';
import { rolesOn } from '../shared/workflow/index.ts';
import { accountName, memberOf } from './accounts/index.ts';
import { BadArguments, type Home } from './cli-init.ts';
import { StartError } from './error.ts';
import { IMPORT_PROBLEMS, type ImportReport, importWordPress, writeReport } from './import/index.ts';
import { readUnitMeant } from './portal.ts';
import { openStore, type Store } from './store/index.ts';

/** Examples of one kind of problem that are printed; all are in the report file. */
const EXAMPLES = 3;

/**
 * `import wordpress FILE.xml [--uploads FOLDER] [--category THEIRS=OURS]… [--by ACCOUNT] [--dry-run] [--report FILE] [--unit ID]`:
 * takes over the pages of a WordPress site. The portal may be running.
 *
 * @param print one line of standard output.
 */
export async function importCommand(args: readonly string[], home: Home, print: (line: string) => void): Promise<void> {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...{ folder: text, unit: text, uploads: text, by: text, report: text },
      category: { type: 'string', multiple: true },
      'dry-run': { type: 'boolean' },
    },
  });
  const [from = '', file = '', ...more] = positionals;
  if (from !== 'wordpress' || file === '' || more.length > 0)
    throw new BadArguments(['import', ...positionals].join(' '));
  const told = new Map<string, string>();
  for (const pair of values.category ?? []) {
    const [slug = '', code = ''] = pair.split('=');
    if (slug === '' || code === '') throw new BadArguments(`--category ${pair}`);
    told.set(slug, code);
  }
  const folder = values.folder ?? home.folder;
  const store = await openStore(folder, home.database);
  try {
    const { identity, unit } = await readUnitMeant(store, folder, values.unit);
    const by = await responsible(store, unit.id, values.by ?? null);
    const report = await importWordPress({
      ...{ store, folder, identity, unit, file, told, by, uploads: values.uploads ?? null },
      now: () => new Date(),
      isDryRun: values['dry-run'] === true,
    });
    printReport(report, print);
    if (values.report !== undefined) await writeReport(values.report, report);
  } finally {
    await store.destroy();
  }
}

/** The member named, or the one head of the board there is. */
async function responsible(store: Store, unit: string, account: string | null): Promise<string> {
  if (account !== null) {
    const row = await store
      .selectFrom('account')
      .select('person')
      .where('unit', '=', unit)
      .where('name', '=', accountName(account))
      .executeTakeFirst();
    if (row === undefined) throw new BadArguments(`--by ${account}`);
    return row.person;
  }
  const rows = await store.selectFrom('membership').select('person').where('unit', '=', unit).execute();
  const today = new Date().toISOString().slice(0, 10);
  const heads: string[] = [];
  for (const { person } of rows)
    if (rolesOn(await memberOf(store, unit, person), today).includes('head')) heads.push(person);
  const [head, ...others] = heads;
  if (head === undefined || others.length > 0) throw new StartError('import_by');
  return head;
}

function printReport(report: ImportReport, print: (line: string) => void): void {
  const { isDryRun, posts, pages, known, pictures, files, addresses, categories, problems } = report;
  const counts = { posts, pages, known, pictures, files, addresses };
  print(translate('vi', isDryRun ? 'portal.import.would' : 'portal.import.done', counts));
  for (const { name, slug, code, how } of categories)
    print(
      translate('vi', how === 'rest' ? 'portal.import.category_rest' : 'portal.import.category', { name, slug, code }),
    );
  for (const code of IMPORT_PROBLEMS) {
    const found = problems.filter((problem) => problem.code === code);
    if (found.length === 0) continue;
    print(`${translate('vi', `portal.import.${code}`)} (${found.length})`);
    for (const { where, detail } of found.slice(0, EXAMPLES))
      print(`  – ${[where, detail].filter((words) => words !== '').join(': ')}`);
    if (found.length > EXAMPLES) print('  – …');
  }
}
