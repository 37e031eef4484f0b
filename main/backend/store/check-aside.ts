import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** A full check under way in its own thread. */
export interface CheckAside {
  /** What is wrong, or `null`; also `null` when it was stopped. */
  readonly damage: Promise<string | null>;
  /** Ends it; resolves when its connection is gone. */
  stop(): Promise<void>;
}

/** Looks a database file over in full (see `findDamage`) in a thread of its own, so that typing never waits for it. */
export function checkAside(path: string): CheckAside {
  const thread = new Worker(threadFile(), { workerData: { path } });
  let isStopped = false;
  const damage = new Promise<string | null>((resolve, reject) => {
    thread.once('message', (found: string | null) => resolve(found));
    thread.once('error', reject);
    thread.once('exit', (code) => {
      if (isStopped || code === 0) resolve(null);
      else reject(new Error(`the check ended with code ${code}`));
    });
  });
  return {
    damage,
    stop: async () => {
      isStopped = true;
      await thread.terminate();
    },
  };
}

/** Beside this file as it is written; in a built program `check.js`, beside the bundle or the folder of its pieces. */
function threadFile(): string {
  if (import.meta.url.endsWith('.ts')) return fileURLToPath(new URL('./check-thread.ts', import.meta.url));
  const beside = fileURLToPath(new URL('./check.js', import.meta.url));
  return existsSync(beside) ? beside : fileURLToPath(new URL('../check.js', import.meta.url));
}
