import type { Client } from '../../shared/contract/index.ts';
import type { Journal } from '../editor/index.ts';

/** The journals of the posts being written in this window. One is let go only when its last word is durable. */
export interface OpenJournals {
  /** The journal of a post, opened at the first call for text that builds on `base`. */
  readonly of: (post: string, base: string | null) => Journal;
  /**
   * Waits until the post's words are durable, mints its revision and closes its journal. Resolves then; it may take as
   * long as the disk is full. A post without a journal is left at once.
   */
  readonly leave: (post: string) => Promise<void>;
  /** Resolves when every word written in the post is durable; it goes on being written. */
  readonly flush: (post: string) => Promise<void>;
  readonly leaveAll: () => Promise<void>;
  /** Resolves when no earlier {@link leave} of the post is under way: only then may it be read again. */
  readonly whenLeft: (post: string) => Promise<void>;
  readonly isAllSaved: () => boolean;
  /** Calls the listener each time words of the post have become durable; returns the function that stops it. */
  readonly onWritten: (post: string, listener: () => void) => () => void;
}

/** `open` is the editor's `createJournal`. */
export function createOpenJournals(
  client: Client,
  open: (client: Client, post: string, base: string | null) => Journal,
): OpenJournals {
  const journals = new Map<string, Journal>();
  const leaving = new Map<string, { journal: Journal; left: Promise<void> }>();
  const listeners = new Set<(post: string) => void>();

  const start = (post: string, base: string | null): Journal => {
    const journal = open(client, post, base);
    let { journalNumber } = journal;
    journal.subscribe(() => {
      if (journal.state !== 'saved' || journal.journalNumber === journalNumber) return;
      journalNumber = journal.journalNumber;
      for (const listener of [...listeners]) listener(post);
    });
    journals.set(post, journal);
    return journal;
  };

  const leave = async (post: string): Promise<void> => {
    const journal = journals.get(post);
    if (journal === undefined) return leaving.get(post)?.left;
    journals.delete(post);
    const left = journal
      .flush()
      .then(() => client.call('posts.leave', { post }))
      // The words are durable; the revision is then minted before the next sync.
      .catch(() => undefined)
      .then(() => {
        journal.close();
        leaving.delete(post);
      });
    leaving.set(post, { journal, left });
    return left;
  };

  return {
    of: (post, base) => journals.get(post) ?? start(post, base),
    leave,
    flush: (post) => journals.get(post)?.flush() ?? leaving.get(post)?.left ?? Promise.resolve(),
    leaveAll: async () => {
      await Promise.all([...journals.keys(), ...leaving.keys()].map(leave));
    },
    whenLeft: (post) => leaving.get(post)?.left ?? Promise.resolve(),
    isAllSaved: () =>
      [...journals.values(), ...[...leaving.values()].map(({ journal }) => journal)].every(
        (journal) => journal.state === 'saved',
      ),
    onWritten: (post, listener) => {
      const ours = (written: string): void => {
        if (written === post) listener();
      };
      listeners.add(ours);
      return () => listeners.delete(ours);
    },
  };
}
