/** A place on the screens, in device-independent pixels. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A window opens at this size, and never gets smaller than the least one. */
const FIRST_SIZE = { width: 1_280, height: 800 };
export const LEAST_SIZE = { width: 800, height: 560 };

/**
 * Where to open the window so that all of it can be seen: where it last was, moved and shrunk into the screen that holds
 * most of it. A screen that has been unplugged holds nothing; the window then opens in the middle of the first one.
 * @param screens the screens' areas without task bars, the primary one first.
 */
export function visibleBounds(last: Rectangle | null, screens: readonly Rectangle[]): Rectangle {
  const primary = screens[0] ?? { x: 0, y: 0, ...FIRST_SIZE };
  const holder = last === null ? undefined : screens.toSorted((a, b) => shared(b, last) - shared(a, last))[0];
  if (last === null || holder === undefined || shared(holder, last) === 0) {
    const { width, height } = sizeWithin(FIRST_SIZE, primary);
    return {
      x: primary.x + Math.round((primary.width - width) / 2),
      y: primary.y + Math.round((primary.height - height) / 2),
      width,
      height,
    };
  }
  const { width, height } = sizeWithin(last, holder);
  return {
    x: clamp(last.x, holder.x, holder.x + holder.width - width),
    y: clamp(last.y, holder.y, holder.y + holder.height - height),
    width,
    height,
  };
}

/** The area that two rectangles share. */
function shared(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** A size between the least one and what the screen has room for; on a tiny screen, the screen's. */
function sizeWithin(size: Pick<Rectangle, 'width' | 'height'>, screen: Rectangle) {
  return {
    width: Math.min(Math.max(size.width, LEAST_SIZE.width), screen.width),
    height: Math.min(Math.max(size.height, LEAST_SIZE.height), screen.height),
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
