import type { Block, PostFields } from '../../shared/content/index.ts';

/** A change of a working copy that is not durable yet: absolute values, so that sending one twice does no harm. */
export interface WorkingCopyChange {
  readonly fields: Partial<PostFields> | null;
  readonly order: readonly string[] | null;
  readonly blocks: ReadonlyMap<string, Block>;
}

export const NO_CHANGE: WorkingCopyChange = { fields: null, order: null, blocks: new Map() };

/**
 * Both changes as one: the later value of each field and block, and the later order, win. A block written earlier that the
 * later order leaves out was taken away since: sent along, it would be kept as one that the order forgot, and come back.
 */
export function joinChanges(earlier: WorkingCopyChange, later: WorkingCopyChange): WorkingCopyChange {
  if (earlier === NO_CHANGE) return later;
  if (later === NO_CHANGE) return earlier;
  const { order } = later;
  const present = order && new Set(order);
  const kept = [...earlier.blocks].filter(([id]) => present?.has(id) ?? true);
  return {
    fields: earlier.fields === null && later.fields === null ? null : { ...earlier.fields, ...later.fields },
    order: order ?? earlier.order,
    blocks: new Map([...kept, ...later.blocks]),
  };
}
