import type { Shown } from './typist.ts';

/**
 * What a death cost: the age in ms, at that moment, of the oldest character that is gone; 0 when none is. `null` when
 * what was kept never stood on the screen. `shown` is in the order of typing.
 */
export function ageOfLoss(shown: readonly Shown[], kept: string, killedAt: number): number | null {
  const last = shown.findLastIndex(({ text }) => text === kept);
  if (last === -1) return null;
  const firstLost = shown[last + 1];
  return firstLost === undefined ? 0 : Math.max(0, killedAt - firstLost.at);
}
