import type { Block, PostFields } from '../../shared/content/index.ts';

/** A change of a working copy that is not durable yet: absolute values, so that sending one twice does no harm. */
export interface WorkingCopyChange {
  readonly fields: Partial<PostFields> | null;
  readonly order: readonly string[] | null;
  readonly blocks: ReadonlyMap<string, Block>;
}

export const NO_CHANGE: WorkingCopyChange = { fields: null, order: null, blocks: new Map() };

/** Both changes as one: the later value of each field and block, and the later order, win. */
export function joinChanges(earlier: WorkingCopyChange, later: WorkingCopyChange): WorkingCopyChange {
  if (earlier === NO_CHANGE) return later;
  if (later === NO_CHANGE) return earlier;
  return {
    fields: earlier.fields === null && later.fields === null ? null : { ...earlier.fields, ...later.fields },
    order: later.order ?? earlier.order,
    blocks: new Map([...earlier.blocks, ...later.blocks]),
  };
}
