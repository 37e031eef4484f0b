import type { Block, PostFields } from '../../shared/content/index.ts';
import { AppError, type Client } from '../../shared/contract/index.ts';
import { joinChanges, NO_CHANGE, type WorkingCopyChange } from './working-copy-change.ts';

/** `saved`: all is durable. `saving`: on its way. `failing`: the last try failed; nothing is dropped, tries go on. */
export type JournalState = 'saved' | 'saving' | 'failing';

/** What the body says changed. `order` is the ids of all blocks, `null` when neither order nor number changed. */
export interface BodyChange {
  readonly order: readonly string[] | null;
  readonly blocks: readonly Block[];
}

/**
 * The thing that loses no letter: takes every change of one post's working copy and makes it durable in the backend,
 * in order, whatever fails on the way.
 */
export interface Journal {
  readonly state: JournalState;
  /** Why the last try failed, while `state` is `failing`. */
  readonly error: AppError | null;
  /** Number of the newest change made durable by this journal; a window ignores events up to it. `null` before one. */
  readonly journalNumber: number | null;
  /** The revision the text of this journal builds on. */
  readonly base: string | null;
  /** The text shown turned out to be that of another revision: what is written from now on builds on it. */
  adopt(base: string | null): void;
  /** Whether the post's text was replaced, which may build on the same revision: what is shown is to be read anew. */
  readonly isReplaced: boolean;
  /** Tells that it was, until the text is adopted. Only while every word written here is durable. */
  replace(): void;
  writeFields(fields: Partial<PostFields>): void;
  /** Every id in `order` must be durable already or come with its block. */
  writeBody(change: BodyChange): void;
  /** Resolves once everything written so far, and since, is durable. Never rejects: it waits while tries fail. */
  flush(): Promise<void>;
  /** Calls the listener after each change of `state`, `error` or `journalNumber`; returns the function that stops it. */
  subscribe(listener: () => void): () => void;
  /** Lets go of the backend's events and timers, but only after what is not yet durable has become so. */
  close(): void;
}

/** What tests steer: the wait between tries, and its jitter. */
export interface JournalSurroundings {
  /** Runs `then` after `milliseconds`; returns the function that cancels it. */
  readonly startTimer: (then: () => void, milliseconds: number) => () => void;
  /** A number from 0 up to 1. */
  readonly random: () => number;
}

const FIRST_WAIT = 250;
const LONGEST_WAIT = 10_000;

const SURROUNDINGS: JournalSurroundings = {
  startTimer: (then, milliseconds) => {
    const timer = setTimeout(then, milliseconds);
    return () => clearTimeout(timer);
  },
  random: Math.random,
};

/**
 * Opens the journal of a post. Changes are sent at once, one request at a time; what comes meanwhile is joined (the
 * last value of each field and block, the newest order) and follows as soon as the reply is there. A failed request is
 * joined back under what came since and tried again: after a growing wait, or at once when the backend comes up.
 */
export function createJournal(
  client: Client,
  post: string,
  startBase: string | null,
  surroundings = SURROUNDINGS,
): Journal {
  let base = startBase;
  let waiting: WorkingCopyChange = NO_CHANGE;
  let isReplaced = false;
  let isSending = false;
  let failures = 0;
  let error: AppError | null = null;
  let journalNumber: number | null = null;
  let cancelRetry: (() => void) | null = null;
  let isClosing = false;
  let stopListening: (() => void) | null = null;
  const listeners = new Set<() => void>();
  let onDurable: (() => void)[] = [];

  const isDurable = (): boolean => !isSending && waiting === NO_CHANGE;
  const stateNow = (): JournalState => {
    if (failures > 0) return 'failing';
    return isDurable() ? 'saved' : 'saving';
  };
  let state: JournalState = 'saved';

  const announce = (): void => {
    state = stateNow();
    for (const listener of [...listeners]) listener();
  };

  const settle = (): void => {
    const resolvers = onDurable;
    onDurable = [];
    for (const resolve of resolvers) resolve();
    if (isClosing) stopListening?.();
  };

  const send = async (): Promise<void> => {
    cancelRetry?.();
    cancelRetry = null;
    const change = waiting;
    waiting = NO_CHANGE;
    isSending = true;
    try {
      const reply = await client.call('draft.write', {
        post,
        base,
        fields: change.fields,
        order: change.order === null ? null : [...change.order],
        blocks: [...change.blocks.values()],
      });
      journalNumber = reply.journalNumber;
      base = reply.base;
      failures = 0;
      error = null;
      isSending = false;
    } catch (reason) {
      // The newer change wins over the one that failed; the backend may or may not have it, so all of it goes again.
      waiting = joinChanges(change, waiting);
      failures += 1;
      error = reason instanceof AppError ? reason : new AppError('internal', {}, { cause: reason });
      isSending = false;
      retryLater();
    }
    if (failures === 0 && waiting !== NO_CHANGE) void send();
    announce();
    if (isDurable()) settle();
  };

  const retryLater = (): void => {
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures - 1));
    cancelRetry = surroundings.startTimer(() => void send(), wait * (0.5 + surroundings.random() / 2));
  };

  const write = (change: WorkingCopyChange): void => {
    waiting = joinChanges(waiting, change);
    // While tries fail, the timer gives the pace: a full disk is not asked again with every key.
    if (!isSending && cancelRetry === null) void send();
    if (state !== stateNow()) announce();
  };

  stopListening = client.on('backend.state', (backend) => {
    if (backend.state === 'up' && cancelRetry !== null) void send();
  });

  return {
    get state() {
      return state;
    },
    get error() {
      return error;
    },
    get journalNumber() {
      return journalNumber;
    },
    get base() {
      return base;
    },
    get isReplaced() {
      return isReplaced;
    },
    adopt: (next) => {
      base = next;
      isReplaced = false;
    },
    replace: () => {
      isReplaced = true;
    },
    writeFields: (fields) => write({ ...NO_CHANGE, fields }),
    writeBody: ({ order, blocks }) =>
      write({ fields: null, order, blocks: new Map(blocks.map((block) => [block.id, block])) }),
    flush: () => (isDurable() ? Promise.resolve() : new Promise((resolve) => onDurable.push(resolve))),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      isClosing = true;
      if (isDurable()) settle();
    },
  };
}
