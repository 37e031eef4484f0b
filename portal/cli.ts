import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { AppError } from '../shared/contract/index.ts';
import { isMessageKey, type MessageParams, translate, translateCode } from '../shared/i18n/index.ts';
import { audit } from './cli-audit.ts';
import { backupCommand, moveCommand, restoreCommand } from './cli-backup.ts';
import { boardCommand } from './cli-board.ts';
import { importCommand } from './cli-import.ts';
import { BadArguments, type Home, init } from './cli-init.ts';
import { keyCommand } from './cli-key.ts';
import { coverageCommand, siteCommand, verifySiteCommand } from './cli-site.ts';
import { unitCommand } from './cli-unit.ts';
import { readConfig } from './config.ts';
import { createPortal, StartError } from './index.ts';

/*
 * The portal's command: `serve` (default), `init`, `device`, `member`, `exemption`, `unit`, `key`, `coverage`, `audit`, `backup`, `restore`, `move-to-postgres`, `import`, `site` and `verify-site`. Standard output carries only what another program or a person is
 * to take away: the address once the portal answers, and passwords that were made. All else goes to standard error.
 */

async function main(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  if (args.includes('--help')) {
    process.stdout.write(`${translate('vi', 'portal.cli.usage')}\n`);
    return;
  }
  const [command = 'serve', ...rest] = args[0]?.startsWith('-') ? ['serve', ...args] : args;
  const folder = folderIn(rest) ?? environment.BANTHAO_PORTAL_HOME ?? resolve('portal-data');
  const home: Home = { folder, database: environment.DATABASE_URL?.trim() || readConfig(folder).database };
  if (command === 'serve') return serve(rest, home);
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  if (command === 'backup') return backupCommand(rest, home, print);
  if (command === 'restore') return restoreCommand(rest, home, print);
  if (command === 'move-to-postgres') return moveCommand(rest, home, print);
  if (command === 'import') return importCommand(rest, home, print);
  if (command === 'init') return initWith(rest, home, print);
  if (command === 'key') return keyCommand(rest, home, print, readRecoveryKey);
  if (command === 'unit') return unitCommand(rest, home, print);
  if (command === 'site') return siteCommand(rest, home, print);
  if (command === 'coverage') {
    process.exitCode = await coverageCommand(rest, home, print);
    return;
  }
  if (command === 'verify-site') {
    process.exitCode = await verifySiteCommand(rest, home, print);
    return;
  }
  if (command === 'device' || command === 'member' || command === 'exemption')
    return boardCommand(command, rest, home, print);
  if (command === 'audit') {
    process.exitCode = await audit(rest, home, print);
    return;
  }
  throw new BadArguments(command);
}

async function serve(args: readonly string[], home: Home): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { folder: { type: 'string' }, host: { type: 'string' }, port: { type: 'string' } },
  });
  const config = readConfig(home.folder);
  const port = Number(values.port ?? config.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new BadArguments(`--port ${values.port ?? config.port}`);

  const portal = await createPortal({
    ...home,
    ...(values.folder !== undefined && { folder: values.folder }),
    now: () => new Date(),
    logger: { level: 'warn', stream: process.stderr },
  });
  const stop = (): void => {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    void portal.close();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    const { url } = await portal.listen({ host: values.host ?? config.host, port });
    process.stdout.write(`${url}\n`);
  } catch (error) {
    await portal.close();
    throw error;
  }
}

/** The folder named among the arguments: the configuration in it is read before they are. */
function folderIn(args: readonly string[]): string | undefined {
  const at = args.indexOf('--folder');
  return at === -1 ? args.find((arg) => arg.startsWith('--folder='))?.slice('--folder='.length) : args[at + 1];
}

/** Asks at the keyboard for what `init` is not told. */
async function initWith(args: readonly string[], home: Home, print: (line: string) => void): Promise<void> {
  if (!process.stdin.isTTY) return init(args, home, print, null);
  const keyboard = createInterface({ input: process.stdin, output: process.stderr });
  try {
    await init(args, home, print, (question) => keyboard.question(`${question} `));
  } finally {
    keyboard.close();
  }
}

/** The recovery key, typed by whoever sits there, or the first line of what is piped in. */
async function readRecoveryKey(): Promise<string> {
  const keyboard = createInterface({ input: process.stdin, output: process.stderr });
  try {
    if (process.stdin.isTTY) return await keyboard.question(`${translate('vi', 'portal.ask.recovery')} `);
    for await (const line of keyboard) return line;
    return '';
  } finally {
    keyboard.close();
  }
}

/** One sentence for the administrator. */
function sentenceOf(error: unknown): string {
  if (error instanceof BadArguments) return error.sentence;
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
    return new BadArguments(error.message).sentence;
  if (error instanceof StartError || error instanceof AppError) return startSentence(error.code, error.params);
  return startSentence('internal', { detail: error instanceof Error ? error.message : String(error) });
}

function startSentence(code: string, params: MessageParams): string {
  const key = `portal.error.${code}`;
  return isMessageKey(key) ? translate('vi', key, params) : translateCode('vi', 'error', code, params);
}

main(process.argv.slice(2), process.env).catch((error: unknown) => {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = 1;
});
