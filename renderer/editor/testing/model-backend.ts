import type { Block, PostFields } from '../../../shared/content/index.ts';
import {
  AppError,
  type Client,
  type ErrorCode,
  type EventData,
  type EventName,
  type Input,
} from '../../../shared/contract/index.ts';

/** What happens to one `draft.write`: it answers, it fails before it wrote, or its reply is lost after it wrote. */
export type WriteFate = { readonly kind: 'ok' } | { readonly kind: 'fail' | 'lost'; readonly code: ErrorCode };

/** A backend of a few lines that keeps one working copy, and refuses an order that names a block it never got. */
export interface ModelBackend {
  readonly client: Client;
  readonly fields: Partial<PostFields>;
  /** The body as the backend would give it back. */
  body(): Block[];
  /** How many writes are waiting for {@link answerNext}. */
  open(): number;
  /** Every write received so far. */
  readonly writes: readonly Input<'draft.write'>[];
  /** Answers the oldest open write, and lets what follows from the answer happen. */
  answerNext(fate?: WriteFate): Promise<void>;
  tell<Name extends EventName>(name: Name, data: EventData<Name>): void;
}

export function createModelBackend(start: readonly Block[] = []): ModelBackend {
  const blocks = new Map(start.map((block) => [block.id, block]));
  let order: readonly string[] = start.map((block) => block.id);
  const fields: Partial<PostFields> = {};
  const writes: Input<'draft.write'>[] = [];
  const waiting: ((fate: WriteFate) => void)[] = [];
  const listeners = new Map<string, Set<(data: never) => void>>();
  let journalNumber = 0;

  const store = (input: Input<'draft.write'>): void => {
    for (const block of input.blocks) blocks.set(block.id, structuredClone(block));
    for (const id of input.order ?? []) if (!blocks.has(id)) throw new Error(`the order names ${id}, which never came`);
    const named = input.order ?? order;
    // As the backend does: what is written and named by no order comes last.
    order = [...named, ...input.blocks.map(({ id }) => id).filter((id) => !named.includes(id))];
    Object.assign(fields, input.fields ?? {});
    journalNumber += 1;
  };

  const client: Client = {
    call: (name, input) =>
      new Promise((resolve, reject) => {
        if (name !== 'draft.write') return reject(new AppError('bad_input', { place: name }));
        const write = input as Input<'draft.write'>;
        writes.push(write);
        waiting.push((fate) => {
          if (fate.kind !== 'fail') store(write);
          if (fate.kind === 'ok') resolve({ journalNumber, base: write.base } as never);
          else reject(new AppError(fate.code));
        });
      }),
    on: (name, listener) => {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener as (data: never) => void));
      return () => set.delete(listener as (data: never) => void);
    },
  };

  return {
    client,
    fields,
    writes,
    body: () =>
      order.map((id) => {
        const block = blocks.get(id);
        if (block === undefined) throw new Error(`no block ${id}`);
        return block;
      }),
    open: () => waiting.length,
    answerNext: async (fate = { kind: 'ok' }) => {
      waiting.shift()?.(fate);
      // A turn of the event loop: every promise that hangs on the answer has run by then.
      await new Promise((resolve) => setTimeout(resolve, 0));
    },
    tell: (name, data) => {
      for (const listener of listeners.get(name) ?? []) listener(data as never);
    },
  };
}
