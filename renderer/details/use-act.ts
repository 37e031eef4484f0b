import { useState } from 'react';
import type { Input, PostDetails } from '../../shared/contract/index.ts';
import type { ChangeNote, TransitionName, WithdrawalReason } from '../../shared/workflow/index.ts';
import { useClient, useT } from '../connection/index.ts';
import { useToast } from '../design/index.ts';
import type { Journal } from '../editor/index.ts';

export interface ActWords {
  readonly reason?: string;
  readonly listedReason?: WithdrawalReason;
  readonly htmlHash?: string;
  readonly checks?: readonly string[];
  readonly change?: ChangeNote;
  readonly publishAt?: string | null;
  readonly publicNote?: string;
  readonly replacement?: string;
  /** Unlocks the approval key before the action. */
  readonly pin?: string;
}

export interface Act {
  /** The action under way. */
  readonly busy: TransitionName | null;
  readonly error: unknown;
  readonly clearError: () => void;
  /** Resolves to whether it was done; the reason why not is in `error`. */
  readonly run: (action: TransitionName, words?: ActWords) => Promise<boolean>;
}

/** Does an action on the open post: on the revision the person is looking at, with all typed words in it. */
export function useAct(details: PostDetails, journal: Journal | null, onDone: () => Promise<void>): Act {
  const client = useClient();
  const t = useT();
  const toast = useToast();
  const [busy, setBusy] = useState<TransitionName | null>(null);
  const [error, setError] = useState<unknown>(null);

  const run = async (action: TransitionName, words: ActWords = {}): Promise<boolean> => {
    if (busy !== null) return false;
    setBusy(action);
    setError(null);
    try {
      await journal?.flush();
      if (words.pin !== undefined) await client.call('approval.unlock', { pin: words.pin });
      const input: Input<'posts.act'> = {
        post: details.post,
        // The working copy is submitted as it is now; every other action is on what the person saw.
        revision: action === 'submit' ? null : details.revision,
        action,
        reason: words.reason ?? '',
        listedReason: words.listedReason ?? null,
        htmlHash: words.htmlHash ?? null,
        checks: [...(words.checks ?? [])],
        ...(words.change === undefined ? {} : { change: words.change }),
        ...(words.publishAt === undefined ? {} : { publishAt: words.publishAt }),
        ...(words.publicNote === undefined ? {} : { publicNote: words.publicNote }),
        ...(words.replacement === undefined ? {} : { replacement: words.replacement }),
      };
      await client.call('posts.act', input);
      if (action !== 'publish' && action !== 'hold') toast(t(`window.acted.${action}`));
      await onDone();
      return true;
    } catch (failure) {
      setError(failure);
      return false;
    } finally {
      setBusy(null);
    }
  };
  return { busy, error, clearError: () => setError(null), run };
}
