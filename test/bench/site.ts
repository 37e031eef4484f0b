import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { approveThrough, copyPublished, paragraph, startBoard } from '../../portal/testing/index.ts';
import { postPath } from '../../shared/content/index.ts';
import { freePort } from '../nginx/free-port.ts';
import { startNginx } from '../nginx/sample.ts';
import { printFigure } from './figures.ts';
import { seeded, words } from './many-posts.ts';
import { startPortal } from './portal-process.ts';
import { residentBytes } from './resident.ts';

/**
 * `site`: the public site with 10,000 posts, one Node process side by side with nginx that serves the same bytes from
 * disk, and nginx with the sample site in front. Needs `nginx` and `wrk` (Debian: nginx-light, wrk).
 */
const POSTS = Number(process.argv[2] ?? 10_000);
const SECONDS = Number(process.argv[3] ?? 4);
/** Each pair is measured so often in turn, and the best of each counts: what else the machine does meets both alike. */
const ROUNDS = 4;
for (const program of ['nginx', 'wrk'])
  try {
    execFileSync('which', [program]);
  } catch {
    console.error(`bench -- site: ${program}? (apt-get install nginx-light wrk)`);
    process.exit(1);
  }

const random = seeded(7);
const board = await startBoard({ on: 'sqlite', origin: 'https://thcssongtra.example' });
const [author, reviewer, head] = [
  await board.signIn('author'),
  await board.signIn('reviewer'),
  await board.signIn('head'),
];
const title = 'Ngày hội đọc sách của toàn trường';
const { post, revision } = await author.save({
  ...{ title, summary: words(30, random), categories: ['B2'] },
  blocks: Array.from({ length: 6 }, () => paragraph(words(100, random))),
});
await approveThrough({ author, reviewer, head }, post);
await board.inStore(async (store) => {
  const { html } = await store.selectFrom('approval').select('html').executeTakeFirstOrThrow();
  for (let from = 1; from < POSTS; from += 1_000)
    await copyPublished(store, post, Math.min(1_000, POSTS - from), (index) => {
      const text = words(600, random);
      return {
        ...{ title: words(9, random), categories: ['B2', 'B3', 'B7'].slice(0, 1 + (index % 2)) },
        at: new Date(Date.parse('2016-01-01T00:00:00Z') + (from + index) * 30_000_000).toISOString(),
        article: html.replace(/<p>.*<\/p>/s, `<p>${text}</p>`),
      };
    });
});
await board.portal.close();

const port = await freePort();
const portal = await startPortal(board.folder, port);
const node = `http://127.0.0.1:${port}`;
const folder = mkdtempSync(join(tmpdir(), 'bench-site-'));
let stopNginx = (): void => undefined;
try {
  // All pages are on the disk once the last list's last page is.
  const last = Math.ceil(POSTS / 20);
  const built = performance.now();
  for (;;) {
    const reply = await fetch(`${node}/chuyen-muc/B2?trang=${last}`, { headers: { 'accept-encoding': 'br' } });
    await reply.arrayBuffer();
    if (reply.headers.get('vary') === 'accept-encoding') break;
    await new Promise((done) => setTimeout(done, 500));
  }
  printFigure('site', 'build', { posts: POSTS, seconds: Math.round((performance.now() - built) / 1_000) });

  const query = '/tim-kiem?q=thu%20vien%20sach';
  const pages = { home: '/', post: postPath(post, revision.title), category: '/chuyen-muc/B2', search: query };
  mkdirSync(join(folder, 'plain'));
  for (const [name, path] of Object.entries(pages)) {
    const text = await (await fetch(`${node}${path}`)).text();
    writeFileSync(join(folder, 'plain', `${name}.html`), text);
    writeFileSync(join(folder, 'plain', `${name}.html.gz`), gzipSync(text, { level: 9 }));
  }
  const [plainPort, samplePort] = [await freePort(), await freePort()];
  // nginx twice: files of the same bytes and nothing else, and the sample site.
  const more = `server { listen 127.0.0.1:${plainPort}; root ${folder}/plain; gzip_static on; }`;
  stopNginx = startNginx({ folder, port: samplePort, portal: { port, folder: board.folder }, more });
  const style = await (await fetch(node)).text().then((text) => /href="(\/[^"]+\.css)"/.exec(text)?.[1] ?? '');
  const styleBytes = gzipSync(await (await fetch(`${node}${style}`)).text(), { level: 9 }).length;

  for (const [name, path] of Object.entries(pages)) {
    const { plain, own } = await inTurn({
      plain: `http://127.0.0.1:${plainPort}/${name}.html`,
      own: `${node}${path}`,
    });
    const page = readFileSync(join(folder, 'plain', `${name}.html.gz`)).length;
    printFigure('site', name, {
      ...own,
      nginx_requests_per_second: plain.requests_per_second,
      ratio_to_nginx: Math.round((own.requests_per_second / plain.requests_per_second) * 1_000) / 1_000,
      rss_bytes: residentBytes(portal.pid ?? 0),
      first_view_bytes: page + styleBytes,
    });
  }
  const { plain, sample } = await inTurn({
    plain: `http://127.0.0.1:${plainPort}/post.html`,
    sample: `http://127.0.0.1:${samplePort}${pages.post}`,
  });
  printFigure('site', 'post_behind_nginx', {
    ...sample,
    nginx_requests_per_second: plain.requests_per_second,
    ratio_to_nginx: Math.round((sample.requests_per_second / plain.requests_per_second) * 1_000) / 1_000,
  });
  printFigure('site', 'search_words', await searchTimes());
} finally {
  portal.kill('SIGTERM');
  stopNginx();
  rmSync(folder, { recursive: true, force: true });
  rmSync(board.folder, { recursive: true, force: true });
}
process.exit(0);

/** Searches one after another, as readers type them: one word, several, rare and common ones. */
async function searchTimes(): Promise<Record<string, number>> {
  const times: number[] = [];
  for (let index = 0; index < 200; index += 1) {
    const asked = words(1 + (index % 3), random);
    const begun = performance.now();
    await (await fetch(`${node}/tim-kiem?q=${encodeURIComponent(asked)}`)).arrayBuffer();
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number => Math.round((times[Math.floor(times.length * share)] ?? 0) * 100) / 100;
  return { p50_ms: at(0.5), p95_ms: at(0.95), p99_ms: at(0.99) };
}

type Rates = Awaited<ReturnType<typeof measure>>;

/** Measures addresses in turn, several times; of each the best. */
async function inTurn<Name extends string>(urls: Readonly<Record<Name, string>>): Promise<Record<Name, Rates>> {
  const best: Partial<Record<Name, Rates>> = {};
  for (let round = 0; round < ROUNDS; round += 1)
    for (const name of Object.keys(urls) as Name[]) {
      const rates = await measure(urls[name]);
      if (rates.requests_per_second > (best[name]?.requests_per_second ?? 0)) best[name] = rates;
    }
  return best as Record<Name, Rates>;
}

/**
 * Requests of eight readers who ask again as soon as they are answered, gzip taken. This process goes on meanwhile:
 * while it stood still, the connections it keeps were closed unseen, and its next request died on one.
 */
async function measure(url: string): Promise<{ requests_per_second: number; p50_ms: number; p99_ms: number }> {
  const run = async (seconds: number): Promise<string> => {
    const asked = ['-t1', '-c8', `-d${seconds}s`, '--latency', '-H', 'Accept-Encoding: gzip', url];
    return (await promisify(execFile)('wrk', asked)).stdout;
  };
  await run(1);
  const out = await run(SECONDS);
  if (/Non-2xx/.test(out)) throw new Error(out);
  const milliseconds = (share: string): number => {
    const [, value = '0', unit = 'ms'] = new RegExp(`${share}%\\s+([\\d.]+)(us|ms|s)`).exec(out) ?? [];
    return Math.round(Number(value) * { us: 0.001, ms: 1, s: 1_000 }[unit as 'us' | 'ms' | 's'] * 1_000) / 1_000;
  };
  return {
    requests_per_second: Math.round(Number(/Requests\/sec:\s+([\d.]+)/.exec(out)?.[1] ?? 0)),
    p50_ms: milliseconds('50'),
    p99_ms: milliseconds('99'),
  };
}
