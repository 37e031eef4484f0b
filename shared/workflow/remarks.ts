import type { Anchor } from '../content/index.ts';
import type { WorkflowEvent } from './fold.ts';

/** One thing said in a thread. */
export interface Remark {
  /** The mutation that said it. */
  readonly id: string;
  readonly person: string | null;
  readonly text: string;
  readonly mentions: readonly string[];
}

/** A remark on a revision and what was said to it. */
export interface Thread {
  /** The remark that began it. */
  readonly id: string;
  readonly revision: string;
  readonly anchor: Anchor | null;
  /** Words proposed in place of those at the anchor; `null` for a remark that proposes none. */
  readonly wording: string | null;
  /** Oldest first; the first is the thread's own. */
  readonly remarks: readonly Remark[];
  /** `null` while it is open. A word said later opens it again. */
  readonly resolved: {
    readonly id: string;
    readonly person: string | null;
    readonly answer: 'taken' | 'declined' | null;
    readonly note: string;
  } | null;
  /** The newest mutation of the thread. */
  readonly last: string;
}

/**
 * The threads of a post, oldest first, from its events in their order: confirmed ones first, then those that wait.
 * What answers a thread that is not here is left out: it was erased, or is not for this reader.
 */
export function foldThreads(events: Iterable<WorkflowEvent>): Thread[] {
  const threads = new Map<string, Thread>();
  for (const { id, action, person } of events) {
    if (action.name === 'post.comment') {
      const { thread: of, revision, anchor = null, text, wording = null, mentions = [] } = action.args;
      const remark = { id, person, text, mentions };
      if (of === undefined)
        threads.set(id, { id, revision, anchor, wording, remarks: [remark], resolved: null, last: id });
      else change(threads, of, (thread) => ({ remarks: [...thread.remarks, remark], resolved: null, last: id }));
    } else if (action.name === 'post.resolveComment') {
      const { thread: of, isResolved, answer = null, note = '' } = action.args;
      change(threads, of, () => ({ resolved: isResolved ? { id, person, answer, note } : null, last: id }));
    }
  }
  return [...threads.values()];
}

function change(threads: Map<string, Thread>, id: string, to: (thread: Thread) => Partial<Thread>): void {
  const thread = threads.get(id);
  if (thread !== undefined) threads.set(id, { ...thread, ...to(thread) });
}

/**
 * Whether an open thread waits for a person: they were called on and have said nothing since, or it is about their own
 * post and somebody else spoke last.
 */
export function waitsFor({ remarks, resolved }: Thread, person: string, owner: string | null): boolean {
  if (resolved !== null) return false;
  const own = remarks.findLastIndex((remark) => remark.person === person);
  const since = remarks.slice(own + 1);
  return since.some(({ mentions }) => mentions.includes(person)) || (owner === person && since.length > 0);
}
