import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPost } from '../../../main/backend/posts/index.ts';
import { isDamage } from '../../../main/backend/store/index.ts';
import { makeDesk } from '../../../main/backend/testing/index.ts';
import { textOfBlocks } from '../../../shared/content/index.ts';
import { seeded } from '../../bench/many-posts.ts';
import { diskAfterPowerCut, layOut, readTrace } from './disk.ts';

export interface PowerCutResult {
  readonly cuts: number;
  /** Characters acknowledged as saved before a cut and not found after it, over all cuts. */
  readonly lostCharacters: number;
  readonly failures: readonly string[];
}

/** Why the harness cannot run here, or `null`. */
export function powerCutObstacle(): string | null {
  if (process.platform !== 'linux') return 'needs Linux (a preloaded library records the writes)';
  return spawnSync('cc', ['--version']).status === 0 ? null : 'needs a C compiler';
}

/** Records a writing session's every write and sync, cuts the power at many moments, and reads back what is left. */
export function cutPower(cuts: number, seed: number, isHonest = true): PowerCutResult {
  const base = mkdtempSync(join(tmpdir(), 'ban-thao-power-'));
  try {
    const library = join(base, 'trace.so');
    execFileSync('cc', [
      '-shared',
      '-fPIC',
      '-O1',
      '-o',
      library,
      join(import.meta.dirname, 'trace.c'),
      '-ldl',
      '-lpthread',
    ]);
    const root = join(base, 'data');
    mkdirSync(root);
    const trace = join(base, 'trace');
    const acknowledged = join(root, 'acknowledged');
    const file = openSync(acknowledged, 'w');
    execFileSync(process.execPath, [join(import.meta.dirname, 'writer.ts'), root, String(seed)], {
      env: { ...process.env, LD_PRELOAD: library, TRACE_ROOT: root, TRACE_FILE: trace },
      stdio: ['ignore', 'ignore', 'inherit', file],
    });
    closeSync(file);
    const all = readTrace(readFileSync(trace));
    const promises = all.map(({ path, data }) => (path === acknowledged ? data.toString('utf8') : null));
    const events = all.filter(({ path }) => path !== acknowledged);
    const random = seeded(seed);
    let lostCharacters = 0;
    const failures: string[] = [];
    for (let cut = 0; cut < cuts; cut += 1) {
      const moment = Math.floor(random() * all.length);
      const promised = promisesBefore(promises, moment);
      const eventsBefore = all.slice(0, moment).filter(({ path }) => path !== acknowledged).length;
      const after = join(base, 'after');
      rmSync(after, { recursive: true, force: true });
      mkdirSync(after);
      layOut(diskAfterPowerCut(events, eventsBefore, random, isHonest), root, after);
      const lost = countLost(after, promised, (error) =>
        failures.push(`cut ${cut} after event ${moment}: ${String(error)}`),
      );
      if (lost > 0) failures.push(`cut ${cut} after event ${moment}: ${lost} characters lost`);
      lostCharacters += lost;
    }
    return { cuts, lostCharacters, failures };
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

function promisesBefore(promises: readonly (string | null)[], moment: number): Map<string, string> {
  const promised = new Map<string, string>();
  for (const line of promises.slice(0, moment)) {
    if (line === null || line.trim() === '') continue;
    const { post, text } = JSON.parse(line) as { post: string; text: string };
    promised.set(post, text);
  }
  return promised;
}

function countLost(folder: string, promised: ReadonlyMap<string, string>, onError: (error: unknown) => void): number {
  for (const isLastTry of [false, true]) {
    let desk: ReturnType<typeof makeDesk>['desk'] | null = null;
    try {
      desk = makeDesk(folder).desk;
      let lost = 0;
      for (const [post, text] of promised) {
        const found = textOfBlocks(openPost(desk, post).blocks);
        // More than was acknowledged may have reached the disk, never less.
        if (!found.startsWith(text)) lost += text.length;
      }
      return lost;
    } catch (error) {
      if (isLastTry || !isDamage(error)) onError(error);
      desk?.db.markDamaged();
    } finally {
      desk?.db.close();
    }
  }
  return [...promised.values()].join('').length;
}
