import { canonicalJson } from './canonical.ts';
import { mergeOrder } from './merge-order.ts';

/** Something with an id that stands in a sequence: a block, an item of a list, a row of a table. */
export interface Keyed {
  readonly id: string;
}

/** Two changes that no program may choose between. `null` stands for "not there". */
export interface Clash<Part> {
  readonly id: string;
  readonly base: Part | null;
  readonly mine: Part | null;
  readonly theirs: Part | null;
  /** Both sides moved it, to different places. */
  readonly isPlace: boolean;
}

/** One place of a merged sequence. */
export type Slot<Part> =
  | { readonly kind: 'settled'; readonly part: Part }
  | { readonly kind: 'clash'; readonly clash: Clash<Part>; readonly side: 'both' | 'mine' | 'theirs' };

/** What became of a part that both sides changed: one value, or what is left of each side's. `null`: gone. */
export type Deeper<Part> =
  | { readonly isClean: true; readonly part: Part | null }
  | { readonly isClean: false; readonly mine: Part | null; readonly theirs: Part | null };

type Fate<Part> =
  | { readonly kind: 'settled'; readonly part: Part | null }
  | { readonly kind: 'clash'; readonly base: Part | null; readonly mine: Part | null; readonly theirs: Part | null };

/**
 * Merges three versions of a sequence by ids: what one side changed is taken, what both changed goes to `deeper`, a
 * delete against an edit clashes, a delete against a move deletes.
 *
 * @param mustAsk ids for which every difference is a person's to decide.
 */
export function mergeSequence<Part extends Keyed>(
  base: readonly Part[],
  mine: readonly Part[],
  theirs: readonly Part[],
  deeper: (base: Part | null, mine: Part, theirs: Part) => Deeper<Part>,
  mustAsk: (id: string) => boolean = () => false,
): Slot<Part>[] {
  const [inBase, inMine, inTheirs] = [byId(base), byId(mine), byId(theirs)];
  const fates = new Map<string, Fate<Part>>();
  for (const id of new Set([...inBase.keys(), ...inMine.keys(), ...inTheirs.keys()])) {
    const [b, m, t] = [inBase.get(id) ?? null, inMine.get(id) ?? null, inTheirs.get(id) ?? null];
    fates.set(
      id,
      mustAsk(id) && !isSame(m, t) ? { kind: 'clash', base: b, mine: m, theirs: t } : fateOf(b, m, t, deeper),
    );
  }
  const isKept = (id: string): boolean => {
    const fate = fates.get(id);
    return fate !== undefined && (fate.kind === 'clash' || fate.part !== null);
  };
  const ids = (parts: readonly Part[]): string[] => parts.map((part) => part.id);
  return mergeOrder(ids(base), ids(mine), ids(theirs), isKept).flatMap(({ id, side }): Slot<Part>[] => {
    const fate = fates.get(id);
    if (fate === undefined) return [];
    const isPlace = side !== 'both';
    if (fate.kind === 'settled') {
      if (fate.part === null) return [];
      if (!isPlace) return [{ kind: 'settled', part: fate.part }];
      const clash = { id, base: inBase.get(id) ?? null, mine: fate.part, theirs: fate.part, isPlace };
      return [{ kind: 'clash', clash, side }];
    }
    return [{ kind: 'clash', clash: { id, base: fate.base, mine: fate.mine, theirs: fate.theirs, isPlace }, side }];
  });
}

/** What a sequence is when one side is taken wherever the two clash. */
export function takeSide<Part>(slots: readonly Slot<Part>[], side: 'mine' | 'theirs'): Part[] {
  return slots.flatMap((slot) => {
    if (slot.kind === 'settled') return [slot.part];
    if (slot.side !== 'both' && slot.side !== side) return [];
    return slot.clash[side] ?? [];
  });
}

/** Whether two values are the same, key order aside. */
export function isSame(a: unknown, b: unknown): boolean {
  return a === b || canonicalJson(a ?? null) === canonicalJson(b ?? null);
}

function fateOf<Part>(
  base: Part | null,
  mine: Part | null,
  theirs: Part | null,
  deeper: (base: Part | null, mine: Part, theirs: Part) => Deeper<Part>,
): Fate<Part> {
  if (isSame(mine, theirs)) return { kind: 'settled', part: mine };
  if (isSame(base, mine)) return { kind: 'settled', part: theirs };
  if (isSame(base, theirs)) return { kind: 'settled', part: mine };
  if (mine === null || theirs === null) return { kind: 'clash', base, mine, theirs };
  const merged = deeper(base, mine, theirs);
  if (merged.isClean) return { kind: 'settled', part: merged.part };
  return { kind: 'clash', base, mine: merged.mine, theirs: merged.theirs };
}

function byId<Part extends Keyed>(parts: readonly Part[]): Map<string, Part> {
  return new Map(parts.map((part) => [part.id, part]));
}
