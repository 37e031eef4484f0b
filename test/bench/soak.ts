import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type BoardMember, paragraph, passwordOf, signInMember, startBoard } from '../../portal/testing/index.ts';
import { postPath } from '../../shared/content/index.ts';
import { API } from '../../shared/sync/index.ts';
import { percentilesOf, printFigure } from './figures.ts';
import { seeded, words } from './many-posts.ts';
import { startPortal } from './portal-process.ts';
import { residentBytes } from './resident.ts';

/**
 * `soak [--minutes 10] [--editors 50] [--readers 20]`: readers, editors who save and sync, and publications, all at once
 * on one portal in a process of its own. Ends with exit code 1 when anybody met an error, a reader got a page from
 * before a publication's reply, or memory grew.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    editors: { type: 'string', default: '50' },
    readers: { type: 'string', default: '20' },
  },
});
const MINUTES = Number(values.minutes);
const EDITORS = Number(values.editors);
const READERS = Number(values.readers);
/** What memory may have grown by between the first fifth of the run, when all is warm, and the last. */
const GROWTH_BYTES = 48 * 1024 * 1024;

const random = seeded(11);
const board = await startBoard({ on: 'sqlite', origin: 'https://thcssongtra.example' });
await board.portal.close();
const { port } = new URL(board.url);
const portal = await startPortal(board.folder, port);

const errors: string[] = [];
let begun = performance.now();
const isOver = (): boolean => performance.now() >= begun + MINUTES * 60_000;
const times = { read: [] as number[], sync: [] as number[], publish: [] as number[] };
const memory: number[] = [];
const paths = ['/', '/chuyen-muc/B2', '/chuyen-muc/B4', '/atom.xml', '/luu-tru', '/tim-kiem?q=thu+vien'];
/** The longest time the portal kept everybody waiting, in seconds. */
let delay = 0;
let publications = 0;
let stale = 0;

/** Does a piece of work again and again until the run is over; an error is noted, and the work goes on. */
async function again(who: string, rest: () => number, work: () => Promise<void>): Promise<void> {
  while (!isOver()) {
    try {
      await work();
    } catch (error) {
      errors.push(`${who}: ${error instanceof Error ? error.message : String(error)}`);
    }
    await pause(rest());
  }
}

async function timed<Result>(into: number[], work: () => Promise<Result>): Promise<Result> {
  const from = performance.now();
  const result = await work();
  into.push(performance.now() - from);
  return result;
}

const agent = new Agent({ keepAlive: true });

async function read(path: string): Promise<string> {
  const asked = request({ agent, host: '127.0.0.1', port, path });
  asked.end();
  const [reply] = await once(asked, 'response');
  let body = '';
  for await (const chunk of reply) body += String(chunk);
  if (reply.statusCode !== 200) throw new Error(`${reply.statusCode} ${path}`);
  return body;
}

async function reader(): Promise<void> {
  const path = paths[Math.floor(random() * paths.length)] ?? '/';
  await timed(times.read, () => read(path));
}

/** One person on a device of their own, who writes on one post and syncs. */
async function editor(index: number, member: BoardMember): Promise<void> {
  let post: string | undefined;
  let count = 0;
  await again(
    `editor ${index}`,
    () => 1_000 + random() * 4_000,
    async () => {
      const blocks = Array.from({ length: 3 }, () => paragraph(words(60, random)));
      const saved = await timed(times.sync, () => member.save({ title: `Bản thảo ${index}`, blocks }, post));
      if (saved.verdict.outcome !== 'accepted') throw new Error(saved.verdict.code);
      // Nobody writes on one post for ever.
      count += 1;
      post = count % 20 === 0 ? undefined : saved.post;
    },
  );
}

async function publisher(people: Record<'author' | 'reviewer' | 'head', BoardMember>): Promise<void> {
  const { author, reviewer, head } = people;
  const title = `Tin số ${publications}`;
  const { post, revision } = await author.save({ title, categories: ['B2', 'B4'], summary: words(20, random) });
  for (const act of [() => author.act('post.submit', post), () => reviewer.act('post.appraise', post)]) {
    const { outcome, code } = await act();
    if (outcome !== 'accepted') throw new Error(code);
  }
  const approved = await timed(times.publish, () => head.act('post.approve', post));
  if (approved.outcome !== 'accepted') throw new Error(approved.code);
  const path = postPath(post, revision.title);
  if (!(await read('/')).includes(path) || !(await read('/atom.xml')).includes(path)) stale += 1;
  if (paths.length < 200) paths.push(path);
  publications += 1;
}

/** Prints how things stand. */
async function look(): Promise<void> {
  const figures = await read(API.metrics);
  delay = Math.max(delay, Number(/^banthao_process_delay_seconds ([\d.e-]+)$/m.exec(figures)?.[1] ?? 0));
  memory.push(residentBytes(portal.pid ?? 0));
  printFigure('soak', 'minute', {
    ...{ minute: Math.round((performance.now() - begun) / 6_000) / 10, reads: times.read.length },
    ...{ syncs: times.sync.length, publications, stale, errors: errors.length, rss_bytes: memory.at(-1) ?? 0 },
    delay_max_ms: Math.round(delay * 1_000),
  });
}

let isSound = false;
try {
  const signIn = (account: 'author' | 'reviewer' | 'head') =>
    signInMember(board.url, { account, password: passwordOf(account) });
  const [author, reviewer, head] = [await signIn('author'), await signIn('reviewer'), await signIn('head')];
  await head.registerKey();
  // One after the other: many tries at one account at once are what somebody does who guesses, and are refused.
  const editors: BoardMember[] = [];
  for (let index = 0; index < EDITORS; index += 1) {
    const account = (['author', 'other', 'reviewer', 'head'] as const)[index % 4] ?? 'author';
    editors.push(await signInMember(board.url, { account, password: passwordOf(account) }));
  }
  begun = performance.now();
  const every = Math.min(30_000, MINUTES * 6_000);
  await Promise.all([
    ...Array.from({ length: READERS }, (_, index) => again(`reader ${index}`, () => 20 + random() * 200, reader)),
    ...editors.map((member, index) => editor(index, member)),
    again(
      'publisher',
      () => 2_000,
      () => publisher({ author, reviewer, head }),
    ),
    again('watcher', () => every, look),
  ]);
  await look();
  const fifth = Math.max(1, Math.floor(memory.length / 5));
  const highest = (of: readonly number[]): number => Math.max(...of);
  const growth = highest(memory.slice(-fifth)) - highest(memory.slice(fifth, 2 * fifth));
  const spread = (of: readonly number[], name: string): Record<string, number> => {
    const { p50_ms, p95_ms } = percentilesOf(of);
    return { [`${name}_p50_ms`]: p50_ms, [`${name}_p95_ms`]: p95_ms };
  };
  isSound = errors.length === 0 && stale === 0 && growth < GROWTH_BYTES && publications > 0;
  for (const error of errors.slice(0, 20)) console.error(error);
  printFigure('soak', 'all', {
    ...{ minutes: MINUTES, editors: EDITORS, readers: READERS, reads: times.read.length, syncs: times.sync.length },
    ...{ publications, stale, errors: errors.length, rss_bytes: highest(memory), rss_growth_bytes: growth },
    delay_max_ms: Math.round(delay * 1_000),
    ...spread(times.read, 'read'),
    ...spread(times.sync, 'sync'),
    ...spread(times.publish, 'publish'),
  });
} finally {
  agent.destroy();
  portal.kill('SIGTERM');
  if (portal.exitCode === null) await once(portal, 'exit');
  rmSync(board.folder, { recursive: true, force: true });
}
process.exit(isSound ? 0 : 1);
