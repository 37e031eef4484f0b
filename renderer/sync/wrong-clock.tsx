import { useT } from '../connection/index.ts';
import { Notice } from '../design/index.ts';

const MINUTE_MS = 60_000;
/** Below this nobody needs to know: it is less than what a wall clock is off by. */
const TOLD_FROM_MS = 5 * MINUTE_MS;
const UNITS = [
  ['days', 2 * 24 * 60 * MINUTE_MS, 24 * 60 * MINUTE_MS],
  ['hours', 2 * 60 * MINUTE_MS, 60 * MINUTE_MS],
  ['minutes', 0, MINUTE_MS],
] as const;

/** That this computer's clock differs from the portal's, and that nothing is refused for it. */
export function WrongClock({ aheadMs }: { readonly aheadMs: number }) {
  const t = useT();
  const off = Math.abs(aheadMs);
  if (off < TOLD_FROM_MS) return null;
  const [unit, , unitMs] = UNITS.find(([, from]) => off >= from) ?? UNITS[2];
  const by = t(`sync.clock.${unit}`, { count: Math.round(off / unitMs) });
  return <Notice tone="neutral">{t(aheadMs > 0 ? 'sync.clock.slow' : 'sync.clock.fast', { by })}</Notice>;
}
