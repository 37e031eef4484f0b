import { parseArgs } from 'node:util';
import { translate } from '../shared/i18n/index.ts';
import { BadArguments, type Home } from './cli-init.ts';
import { StartError } from './error.ts';
import { KeptPages, verifySite } from './kept/index.ts';
import { originFrom } from './origin.ts';
import { readUnitMeant } from './portal.ts';
import { readCoverage, readFacts, siteOf } from './site/index.ts';
import { openStore } from './store/index.ts';
import { moveUnit, siteFolder } from './units/index.ts';

/**
 * `site --origin ADDRESS`: tells the site its own address. A portal that runs must be started again to name it.
 *
 * @param print one line of standard output.
 */
export async function siteCommand(args: readonly string[], home: Home, print: (line: string) => void): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { folder: { type: 'string' }, origin: { type: 'string' }, unit: { type: 'string' } },
  });
  const origin = values.origin === undefined ? null : originFrom(values.origin);
  if (origin === null) throw new BadArguments(`site --origin ${values.origin ?? ''}`);
  const folder = values.folder ?? home.folder;
  const store = await openStore(folder, home.database);
  try {
    const { unit } = await readUnitMeant(store, folder, values.unit);
    await moveUnit(store, unit.id, origin, new Date());
  } finally {
    await store.destroy();
  }
  print(translate('vi', 'portal.cli.origin_set', { origin }));
}

/**
 * `verify-site`: compares what readers are served from the disk with what was published. `--repair`: has it made anew
 * when something differs.
 *
 * @param print one line of standard output.
 * @returns the command's exit code: 1 when something differs.
 */
export async function verifySiteCommand(
  args: readonly string[],
  home: Home,
  print: (line: string) => void,
): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { folder: { type: 'string' }, repair: { type: 'boolean' }, unit: { type: 'string' } },
  });
  const folder = values.folder ?? home.folder;
  const store = await openStore(folder, home.database);
  try {
    const { unit, origin, place } = await readUnitMeant(store, folder, values.unit);
    const own = siteFolder(folder, { unit, place });
    const check = await verifySite(store, own, siteOf(unit, await readFacts(store, unit.id), origin, new Date()));
    if (check === null) throw new StartError('nothing_kept', { folder });
    for (const { kind, what } of check.findings) print(translate('vi', `portal.site.${kind}`, { what }));
    const counts = { files: check.files, count: check.findings.length };
    print(translate('vi', check.findings.length === 0 ? 'portal.site.sound' : 'portal.site.unsound', counts));
    if (check.findings.length > 0 && values.repair) {
      new KeptPages(own).retire();
      print(translate('vi', 'portal.site.repaired'));
    }
    return check.findings.length === 0 ? 0 : 1;
  } finally {
    await store.destroy();
  }
}

/**
 * `coverage`: which mandatory categories are empty or late, one a line with its basis.
 *
 * @param print one line of standard output.
 * @returns the command's exit code: 1 when one is empty or late.
 */
export async function coverageCommand(
  args: readonly string[],
  home: Home,
  print: (line: string) => void,
): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { folder: { type: 'string' }, unit: { type: 'string' } } });
  const folder = values.folder ?? home.folder;
  const store = await openStore(folder, home.database);
  try {
    const { unit } = await readUnitMeant(store, folder, values.unit);
    const rows = await readCoverage(store, unit.id, new Date());
    for (const { code, name, state, count, newest, due, basis } of rows)
      print([code, name.vi, translate('vi', `coverage.${state}`), count, newest ?? '-', due ?? '-', basis].join('\t'));
    return rows.some(({ state }) => state === 'empty' || state === 'late') ? 1 : 0;
  } finally {
    await store.destroy();
  }
}
