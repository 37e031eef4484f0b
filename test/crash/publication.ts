import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { verifySite } from '../../portal/kept/index.ts';
import { readIdentity } from '../../portal/portal.ts';
import { readFacts, siteOf } from '../../portal/site/index.ts';
import { openStore } from '../../portal/store/index.ts';
import { type BoardMember, type Minted, passwordOf, signInMember, startBoard } from '../../portal/testing/index.ts';
import { postPath, publicIdOf } from '../../shared/content/index.ts';
import { dayInVietnam } from '../../shared/vietnamese/index.ts';

const CLI = resolve(import.meta.dirname, '../../portal/cli.ts');

/** What came of killing a portal again and again while it published. */
export interface PublicationKills {
  readonly kills: number;
  /** Up to how many milliseconds after it was sent the last publications were killed. */
  readonly spread_ms: number;
  /** How often readers had the site as it was before the kill's publication, and as it was after. */
  readonly old: number;
  readonly new: number;
  /** Each time the site on the disk was neither, or not what was published once the portal ran again. */
  readonly mixed: readonly string[];
}

/** Publications that are let through first, each by a portal just started, to learn how long one takes on this machine. */
const MEASURED = 3;

/**
 * Kills a real portal (SIGKILL) at a random moment of each publication. After each kill the files that nginx would serve
 * are looked at, then the portal is started again and the approval sent again, as a client would.
 *
 * @param random numbers from 0 to 1 that choose the moments.
 */
export async function killPublications(kills: number, random: () => number): Promise<PublicationKills> {
  const board = await startBoard({ on: 'sqlite', origin: 'https://thcssongtra.example' });
  await board.portal.close();
  const port = new URL(board.url).port;
  const serve = async (): Promise<ChildProcess> => {
    const child = spawn(process.execPath, [CLI, 'serve', '--folder', board.folder, '--port', port], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout as NodeJS.ReadableStream, 'data');
    return child;
  };
  let portal = await serve();
  const mixed: string[] = [];
  const seen = { old: 0, new: 0 };
  try {
    const signIn = (account: 'author' | 'reviewer' | 'head'): Promise<BoardMember> =>
      signInMember(board.url, { account, password: passwordOf(account) });
    const [author, reviewer, head] = [await signIn('author'), await signIn('reviewer'), await signIn('head')];
    await head.registerKey();
    const readyToPublish = async (title: string) => {
      const minted = await author.save({ title, categories: ['B4'] });
      await author.act('post.submit', minted.post);
      await reviewer.act('post.appraise', minted.post);
      await head.pull();
      const { last } = head.status(minted.post);
      const approval = head.mutate('post.approve', head.approval(minted.post), last === null ? [] : [last]);
      return { minted, approval };
    };
    const took: number[] = [];
    for (let index = 0; index < MEASURED; index += 1) {
      const { approval } = await readyToPublish(`Tin đo ${index}`);
      const begun = performance.now();
      await head.send({ mutations: [approval] });
      took.push(performance.now() - begun);
      portal.kill('SIGKILL');
      await once(portal, 'exit');
      portal = await serve();
    }
    let spread = Math.max(...took);
    for (let kill = 0; kill < kills; kill += 1) {
      const { minted, approval } = await readyToPublish(`Tin lần ${kill}`);
      const sent = head.send({ mutations: [approval] }).then(
        () => undefined,
        () => undefined,
      );
      const moment = random() * spread;
      await pause(Math.floor(moment));
      portal.kill('SIGKILL');
      await once(portal, 'exit');
      await sent;
      const shown = whereShown(board.folder, minted);
      // The moments follow the machine: late kills that come before the site is changed ask for later ones.
      if (shown.every((is) => is)) {
        seen.new += 1;
        if (moment < spread / 2) spread *= 0.9;
      } else if (shown.every((is) => !is)) {
        seen.old += 1;
        if (moment > (spread * 3) / 4) spread *= 1.2;
      } else mixed.push(`${kill}: ${JSON.stringify(shown)}`);

      portal = await serve();
      await head.send({ mutations: [approval] });
      const after = whereShown(board.folder, minted);
      if (!after.every((is) => is)) mixed.push(`${kill}, started again: ${JSON.stringify(after)}`);
    }
    const findings = await findingsIn(board.folder);
    if (findings.length > 0) mixed.push(findings.join(' '));
    return { kills, spread_ms: Math.round(spread), ...seen, mixed };
  } finally {
    portal.kill('SIGKILL');
    await board.close();
  }
}

/** Whether each page that is to show a post does, on the disk. */
function whereShown(folder: string, { post, revision }: Minted & { readonly post: string }): boolean[] {
  const edition = realpathSync(join(folder, 'site/current'));
  const path = postPath(post, revision.title);
  // A month's map comes with its first post.
  const shows = (file: string): boolean =>
    existsSync(join(edition, file)) && readFileSync(join(edition, file), 'utf8').includes(path);
  const month = dayInVietnam(new Date().toISOString()).slice(0, 7);
  const own = `bai-viet/${publicIdOf(post).slice(0, 2)}/${path.slice('/bai-viet/'.length)}.html`;
  return [
    existsSync(join(edition, own)),
    ...['trang/1.html', 'chuyen-muc/B4/1.html', 'chuyen-muc/B4/atom.xml', 'rieng/atom.xml'].map(shows),
    shows(`luu-tru/sitemap-${month}.xml`),
  ];
}

async function findingsIn(folder: string): Promise<string[]> {
  const store = await openStore(folder);
  try {
    const { unit, origin } = await readIdentity(store, folder);
    const check = await verifySite(store, folder, siteOf(unit, await readFacts(store, unit.id), origin, new Date()));
    return check === null ? ['nothing is kept'] : check.findings.map(({ kind, what }) => `${kind} ${what}`);
  } finally {
    await store.destroy();
  }
}
