import type { Focus } from '../../shared/content/index.ts';

/** What is kept of a picture, as per cent from its left and top; whole numbers. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
export const WHOLE: Frame = { left: 0, top: 0, right: 100, bottom: 100 };
export type Edge = keyof Frame;

/** The least that is kept of a side, in per cent. */
const LEAST = 10;
const OPPOSITE = { left: 'right', right: 'left', top: 'bottom', bottom: 'top' } as const;

/** Moves one edge, never over the opposite one. */
export function withEdge(frame: Frame, edge: Edge, to: number): Frame {
  const other = frame[OPPOSITE[edge]];
  const whole = Math.round(to);
  const most = edge === 'left' || edge === 'top' ? other - LEAST : 100;
  const least = edge === 'left' || edge === 'top' ? 0 : other + LEAST;
  return { ...frame, [edge]: Math.max(least, Math.min(most, whole)) };
}

export function isWhole({ left, top, right, bottom }: Frame): boolean {
  return left === 0 && top === 0 && right === 100 && bottom === 100;
}

/** What is kept as thousandths, as the backend cuts it. */
export function areaOf({ left, top, right, bottom }: Frame): {
  left: number;
  top: number;
  width: number;
  height: number;
} {
  return { left: left * 10, top: top * 10, width: (right - left) * 10, height: (bottom - top) * 10 };
}

/** A point of the whole picture as one of what is kept; the nearest that is in it. */
export function focusWithin({ x, y }: Focus, { left, top, right, bottom }: Frame): Focus {
  const within = (at: number, from: number, to: number): number =>
    Math.max(0, Math.min(100, Math.round(((at - from) * 100) / (to - from))));
  return { x: within(x, left, right), y: within(y, top, bottom) };
}
