import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { openProfile, signIn } from '../../main/backend/profiles/index.ts';
import { openStore } from '../../portal/store/index.ts';
import { textOfBlocks } from '../../shared/content/index.ts';
import { makePortal, PASSWORD, testFolder } from '../integration/board.ts';
import { withoutWindow } from '../integration/surroundings.ts';
import { seeded } from './seeded.ts';

const PORTAL = resolve(import.meta.dirname, '../../portal/cli.ts');
const COMPUTER = resolve(import.meta.dirname, 'syncing-child.ts');
const ROUNDS = 8;
/** Another in each run: what is proven is proven at any moment. */
const SEED = Number(process.env.BANTHAO_SEED ?? Date.now() % 1_000_000);

it(`keeps every durable word, decided once, when computer or portal are killed while they sync, ${ROUNDS} times`, async () => {
  console.log(`BANTHAO_SEED=${SEED}`);
  const random = seeded(SEED);
  const portal = await makePortal();
  const home = testFolder();
  const around = withoutWindow(home);
  await (await signIn(around, { address: portal.url(), account: 'tacgia', password: PASSWORD })).close();
  await portal.stop();

  const serve = () => start([PORTAL, 'serve', '--folder', portal.folder, '--port', new URL(portal.url()).port]);
  let server = await serve();
  const durable = new Set<string>();
  let idle = 0;
  const write = (name: string) =>
    start([COMPUTER, home, name], (line) => {
      if (line === 'idle') idle += 1;
      else durable.add(line);
    });
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = idle;
    const computer = await write(`Bài ${round}`);
    // From then on it syncs without a pause.
    await expect.poll(() => idle, { timeout: 30_000 }).toBeGreaterThan(before);
    await pause(random() * 400);
    // The one that is not killed goes on for a while.
    const isPortal = random() < 0.5;
    await kill(isPortal ? server : computer);
    if (isPortal) {
      server = await serve();
      await pause(random() * 200);
    }
    await kill(computer);
  }
  const profile = openProfile(around);
  if (profile === null) throw new Error('the folder has forgotten its person');
  onTestFinished(() => profile.close());
  await expect.poll(async () => (await profile.sync.now()).state, { timeout: 30_000 }).toBe('idle');
  expect(profile.sync.status().pending).toBe(0);
  await kill(server);

  const { db } = profile.desk;
  const acts = db.prepare<[], { id: string; outcome: string }>('SELECT id, outcome FROM mutation').all();
  expect(acts.filter(({ outcome }) => outcome === 'pending' || outcome === 'sent')).toEqual([]);
  const store = await openStore(portal.folder);
  const [texts, decided, told] = await Promise.all([
    store.selectFrom('revision').select('canonical').execute(),
    store.selectFrom('mutation').select('id').execute(),
    store.selectFrom('change').select('object').where('kind', '=', 'mutation').execute(),
  ]).finally(() => store.destroy());
  const words = new Set(texts.map(({ canonical }) => textOfBlocks(JSON.parse(canonical).blocks)));
  expect([...durable].filter((word) => !words.has(word))).toEqual([]);
  expect(new Set(decided.map(({ id }) => id))).toEqual(new Set(acts.map(({ id }) => id)));
  const objects = told.map(({ object }) => object);
  expect(objects.length).toBe(new Set(objects).size);
  expect(durable.size).toBeGreaterThan(ROUNDS);
}, 240_000);

/** Starts a process of Node and waits for its first line. */
async function start(args: readonly string[], onLine: (line: string) => void = () => undefined): Promise<ChildProcess> {
  const child = spawn(process.execPath, [...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout });
  lines.on('line', onLine);
  await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(() => Promise.reject(new Error(`ended at once: ${args[0]}`))),
  ]);
  return child;
}

/** SIGKILL, and what it had said is read to the end. */
async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'close');
}
