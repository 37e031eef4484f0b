import type { Client, RemarkPlace, RemarksView, RemarkWords } from '../../shared/contract/index.ts';

/** What is being written at one place, with the words it is about. */
export type KeptWords = Pick<RemarksView['kept'][number], 'text' | 'wording' | 'about'>;

/** What is being written about a post and not said yet: a text that goes must not take it along. */
export interface WordKeeper {
  /** Keeps it; `null`: it was said, or given up. */
  readonly keep: (place: RemarkPlace, words: KeptWords | null) => void;
  /** What stands at a place now, as far as this keeper was told; else `undefined`. */
  readonly known: (place: RemarkPlace) => KeptWords | null | undefined;
}

const RETRY_MS = 1_000;

/** Brings what is written to the disk at each key. What failed is tried again; until then the window asks before it closes. */
export function createWordKeeper(client: Client, post: string): WordKeeper {
  const known = new Map<RemarkPlace, KeptWords | null>();
  const unsaved = new Map<RemarkPlace, KeptWords | null>();
  const warn = (event: BeforeUnloadEvent): void => event.preventDefault();

  const save = async (place: RemarkPlace, words: KeptWords | null): Promise<void> => {
    try {
      await client.call('remarks.keep', { post, place, words: words && asKept(words) });
    } catch {
      setTimeout(() => {
        if (unsaved.get(place) === words) void save(place, words);
      }, RETRY_MS);
      return;
    }
    // Newer words have a request of their own.
    if (unsaved.get(place) === words) unsaved.delete(place);
    if (unsaved.size === 0) window.removeEventListener('beforeunload', warn);
  };
  return {
    keep: (place, words) => {
      known.set(place, words);
      unsaved.set(place, words);
      window.addEventListener('beforeunload', warn);
      void save(place, words);
    },
    known: (place) => known.get(place),
  };
}

function asKept({ text, wording, about }: KeptWords): RemarkWords {
  return { text, wording, about: about && { revision: about.revision, anchor: about.anchor } };
}
