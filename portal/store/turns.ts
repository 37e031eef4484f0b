import { setImmediate as turn } from 'node:timers/promises';

/** Milliseconds of work without a pause. */
const LONG = 5;

/**
 * Lets everything else have its turn between two pieces of work, when the last pause was long ago. Work that only awaits
 * what is done already never leaves the queue of microtasks: a row of fifty syncs on SQLite kept readers, timers and new
 * connections waiting until the last of them was done.
 */
export class Turns {
  #last = 0;

  /** Resolves at once, or after a pause. */
  async take(): Promise<void> {
    if (performance.now() - this.#last < LONG) return;
    await turn();
    this.#last = performance.now();
  }
}
