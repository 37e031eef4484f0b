import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createPortal, type Portal } from '../../portal/index.ts';
import { SAMPLE_PEOPLE } from './people.ts';
import { SAMPLE_PIN, seedSample } from './seed.ts';

/**
 * The sample unit's process, started by the program's backend: makes the data once, then serves the portal on loopback
 * and says so in JSON lines. Ends when its standard input closes, so that it never outlives the program.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { folder: { type: 'string' } } });
  const { folder } = values;
  if (folder === undefined) throw new Error('usage: --folder FOLDER');
  process.stdin.resume();
  process.stdin.once('end', () => process.exit(0));
  const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

  if (!existsSync(folder))
    await seedSample(folder, {
      pictures: picturesFolder(),
      onProgress: (done, total) => say({ kind: 'progress', done, total }),
    });
  const portal = await createPortal({ folder: join(folder, 'portal'), now: () => new Date() });
  const address = await listenWhereBefore(portal, join(folder, 'port'));
  process.stdin.removeAllListeners('end');
  process.stdin.once('end', () => void portal.close().then(() => process.exit(0)));
  say({
    kind: 'ready',
    address,
    pin: SAMPLE_PIN,
    people: SAMPLE_PEOPLE.map(({ key, name, title }) => ({ key, name, title })),
  });
}

/** Beside this file in the source tree; a bundle in `dist/` finds them in the tree it was built from. */
function picturesFolder(): string {
  const beside = join(import.meta.dirname, 'pictures');
  return existsSync(beside) ? beside : join(import.meta.dirname, '..', 'build', 'sample', 'pictures');
}

/** The same port as last time, so that bookmarked pages still open; another one when it is taken. */
async function listenWhereBefore(portal: Portal, portFile: string): Promise<string> {
  const before = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : 0;
  const { url } = await portal
    .listen({ host: '127.0.0.1', port: before })
    .catch(() => portal.listen({ host: '127.0.0.1', port: 0 }));
  writeFileSync(portFile, new URL(url).port);
  return url;
}

await main();
