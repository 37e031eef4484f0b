import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { translate } from '../shared/i18n/index.ts';
import { BadArguments, type Home } from './cli-init.ts';
import { type HandedOver, handOver, makeRecovery, recover } from './keys/index.ts';
import { readIdentity } from './portal.ts';
import { openStore } from './store/index.ts';

/**
 * `key show`, `key handover`, `key recover [--key-file FILE]` and `key new-recovery`: the portal's own key. The recovery
 * key is read from the keyboard, standard input or a file, never from an argument that others on the machine could see.
 *
 * @param print one line of standard output.
 * @param askKey gets the recovery key from whoever sits there.
 */
export async function keyCommand(
  args: readonly string[],
  home: Home,
  print: (line: string) => void,
  askKey: () => Promise<string>,
): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { folder: { type: 'string' }, 'key-file': { type: 'string' } },
  });
  const [verb = ''] = positionals;
  const folder = values.folder ?? home.folder;
  const store = await openStore(folder, home.database);
  try {
    const { identity } = await readIdentity(store, folder);
    if (verb === 'show') {
      print(translate('vi', 'portal.key.now', { key: identity.publicKey }));
      print(
        translate('vi', (identity.recoveryKey ?? null) === null ? 'portal.key.no_recovery' : 'portal.key.has_recovery'),
      );
      for (const { from, at, signer } of identity.handovers ?? [])
        print(translate('vi', signer === from ? 'portal.key.was' : 'portal.key.was_ended', { key: from, at }));
    } else if (verb === 'handover') tell(await handOver(store, new Date()), print);
    else if (verb === 'recover') {
      const file = values['key-file'];
      tell(await recover(store, file === undefined ? await askKey() : readKey(file), new Date()), print);
    } else if (verb === 'new-recovery') printRecovery(await makeRecovery(store, new Date()), print);
    else throw new BadArguments(`key ${verb}`);
  } finally {
    await store.destroy();
  }
}

/** The one time a recovery key is shown. */
export function printRecovery(recovery: string, print: (line: string) => void): void {
  print(translate('vi', 'portal.key.recovery'));
  print(recovery);
}

function tell({ from, to, recovery }: HandedOver, print: (line: string) => void): void {
  print(translate('vi', 'portal.key.changed', { from, to }));
  if (recovery !== null) printRecovery(recovery, print);
  print(translate('vi', 'portal.key.restart'));
}

function readKey(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const detail = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new BadArguments(detail, translate('vi', 'portal.cli.bad_file', { file, detail }));
  }
}
