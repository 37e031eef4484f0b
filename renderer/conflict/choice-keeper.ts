import type { Client, Input } from '../../shared/contract/index.ts';

type Chosen = Input<'conflict.choose'>;

/** Brings choices to the disk. Words written by hand are among them: none is let go before it is there. */
export interface ChoiceKeeper {
  /** Keeps these, in place of those before. */
  readonly keep: (chosen: Chosen) => void;
  /** Tries again at once, where the last try failed. */
  readonly retry: () => void;
}

const RETRY_MS = 1_000;

/**
 * One request at a time, the newest choices only. What failed is tried again until it is kept, also once the screen is
 * left; until then the window asks before it closes.
 *
 * @param onState told after each try: why it failed, or `null`.
 */
export function createChoiceKeeper(client: Client, onState: (error: unknown) => void): ChoiceKeeper {
  let waiting: Chosen | null = null;
  let isSaving = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const warn = (event: BeforeUnloadEvent): void => event.preventDefault();

  const save = async (): Promise<void> => {
    clearTimeout(timer);
    if (isSaving) return;
    isSaving = true;
    window.addEventListener('beforeunload', warn);
    try {
      while (waiting !== null) {
        const sent: Chosen = waiting;
        await client.call('conflict.choose', sent);
        if (waiting === sent) waiting = null;
      }
      window.removeEventListener('beforeunload', warn);
      onState(null);
    } catch (failure) {
      timer = setTimeout(() => void save(), RETRY_MS);
      onState(failure);
    } finally {
      isSaving = false;
    }
  };
  return {
    keep: (chosen) => {
      waiting = chosen;
      void save();
    },
    retry: () => {
      if (waiting !== null) void save();
    },
  };
}
