import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { isMessageKey, translate } from '../shared/i18n/index.ts';
import { type AuditHead, auditHeadSchema } from '../shared/sync/index.ts';
import { BadArguments, type Home } from './cli-init.ts';
import { inspect, namesInLog, readableHeading, readableLine, readLog } from './inspection/index.ts';
import { readUnitMeant } from './portal.ts';
import { openStore, type Store } from './store/index.ts';

/** Heads as the program saves them for an inspection. */
const headsFileSchema = z.looseObject({ heads: z.array(auditHeadSchema).max(10_000) });

/**
 * `audit verify [--heads FILE]` and `audit export [--format text|json]`.
 *
 * @param print one line of standard output.
 * @returns the command's exit code: 1 when something was found.
 */
export async function audit(args: readonly string[], home: Home, print: (line: string) => void): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...{ folder: { type: 'string' }, heads: { type: 'string' } },
      ...{ format: { type: 'string' }, unit: { type: 'string' } },
    },
  });
  const [command] = positionals;
  const format = values.format ?? 'text';
  if ((command !== 'verify' && command !== 'export') || positionals.length > 1 || !['text', 'json'].includes(format))
    throw new BadArguments(`audit ${positionals.join(' ')}`);
  const heads = values.heads === undefined ? [] : readHeads(values.heads);
  const store = await openStore(values.folder ?? home.folder, home.database);
  try {
    const { unit } = await readUnitMeant(store, values.folder ?? home.folder, values.unit);
    if (command === 'verify') return await verify(store, unit.id, heads, print);
    await exportLog(store, unit, format, print);
    return 0;
  } finally {
    await store.destroy();
  }
}

async function verify(
  store: Store,
  unit: string,
  heads: readonly AuditHead[],
  print: (line: string) => void,
): Promise<number> {
  const { lines, signatures, findings } = await inspect(store, unit, heads);
  print(translate('vi', 'audit.checked', { lines, signatures, heads: heads.length }));
  for (const { kind, what, id } of findings)
    print(translate('vi', `audit.finding.${kind}`, { what: nameOfThing(what), id }));
  print(translate('vi', findings.length === 0 ? 'audit.sound' : 'audit.unsound', { count: findings.length }));
  return findings.length === 0 ? 0 : 1;
}

async function exportLog(
  store: Store,
  unit: { id: string; name: string },
  format: string,
  print: (line: string) => void,
): Promise<void> {
  const { lines, hashes } = await readLog(store, unit.id);
  const number = lines.at(-1)?.number ?? 0;
  const head = { number, hash: hashes.get(number) ?? '' };
  if (format === 'json') {
    print(JSON.stringify({ unit: unit.id, head, lines }, null, 2));
    return;
  }
  const known = await namesInLog(store, unit.id);
  print(translate('vi', 'audit.title', { unit: unit.name }));
  print(translate('vi', 'audit.head', head));
  print(readableHeading());
  for (const line of lines) print(readableLine(line, known));
}

function nameOfThing(what: string): string {
  const key = `audit.what.${what}`;
  return isMessageKey(key) ? translate('vi', key) : what;
}

function readHeads(file: string): readonly AuditHead[] {
  const refuse = (detail: string): never => {
    throw new BadArguments(detail, translate('vi', 'portal.cli.bad_file', { file, detail }));
  };
  if (!existsSync(file)) return refuse('ENOENT');
  try {
    const parsed = headsFileSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data.heads : refuse(parsed.error.issues[0]?.path.join('.') ?? '');
  } catch (error) {
    if (error instanceof BadArguments) throw error;
    return refuse('JSON');
  }
}
