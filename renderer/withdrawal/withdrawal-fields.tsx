import { useState } from 'react';
import type { MessageKey } from '../../shared/i18n/index.ts';
import { WITHDRAWAL_REASONS, type WithdrawalReason } from '../../shared/workflow/index.ts';
import { useQuery, useT } from '../connection/index.ts';
import { Notice, Select, TextArea } from '../design/index.ts';

const MOST_CHARACTERS = 2_000;
const MOST_PUBLIC = 500;
const LIVE_POSTS = { filter: 'published', category: null, query: '', offset: 0, limit: 100 } as const;

/** What somebody says who takes a page down, as far as they have come. */
interface Draft {
  readonly reason: WithdrawalReason | null;
  readonly replacement: string | null;
  readonly publicNote: string;
  readonly explanation: string;
}

interface Withdrawal {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  /** What is still needed, as the key of a sentence; `null`: it is complete. */
  readonly fault: MessageKey | null;
  /** What is said when it is complete, else `null`. */
  readonly words:
    | (Pick<Draft, 'publicNote' | 'explanation'> & { reason: WithdrawalReason; replacement?: string })
    | null;
}

/** A withdrawal being filled in. */
export function useWithdrawal(): Withdrawal {
  const [draft, setDraft] = useState<Draft>({ reason: null, replacement: null, publicNote: '', explanation: '' });
  const { reason, replacement, publicNote, explanation } = draft;
  const isReplaced = reason === 'replaced';
  const fault = reason === null ? 'error.reason_needed' : isReplaced && replacement === null ? NO_REPLACEMENT : null;
  const instead = isReplaced && replacement !== null ? { replacement } : {};
  return {
    draft,
    change: (part) => setDraft({ ...draft, ...part }),
    fault,
    words: reason === null || fault !== null ? null : { reason, publicNote, explanation, ...instead },
  };
}

interface WithdrawalFieldsProps {
  readonly withdrawal: Withdrawal;
  /** The page itself, which cannot take its own place. */
  readonly post: string;
  readonly explanationLabel: string;
  readonly isTried: boolean;
}

/** The reason from the closed list, the page that takes this one's place, words for readers and words for the board. */
export function WithdrawalFields({ withdrawal, post, explanationLabel, isTried }: WithdrawalFieldsProps) {
  const t = useT();
  const { draft, change, fault } = withdrawal;
  const isReplaced = draft.reason === 'replaced';
  const live = useQuery('posts.list', isReplaced ? LIVE_POSTS : 'skip');
  const others = (live.data?.rows ?? []).filter((row) => row.post !== post);
  return (
    <>
      <Select
        label={t('window.withdraw.reason')}
        placeholder={t('window.withdraw.choose')}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        items={WITHDRAWAL_REASONS.map((value) => ({ value, label: t(`withdrawal.${value}`) }))}
      />
      {isReplaced && (
        <Select
          label={t('board.withdraw.replacement')}
          placeholder={t('board.withdraw.choosePost')}
          value={draft.replacement}
          onChange={(replacement) => change({ replacement })}
          items={others.map((row) => ({ value: row.post, label: row.title }))}
        />
      )}
      {isTried && fault !== null && (
        <Notice tone="bad" role="alert">
          {t(fault)}
        </Notice>
      )}
      <TextArea
        label={t('board.withdraw.publicNote')}
        hint={t('board.withdraw.publicHint')}
        value={draft.publicNote}
        onChange={(publicNote) => change({ publicNote })}
        maxLength={MOST_PUBLIC}
      />
      <TextArea
        label={explanationLabel}
        value={draft.explanation}
        onChange={(explanation) => change({ explanation })}
        maxLength={MOST_CHARACTERS}
      />
    </>
  );
}

const NO_REPLACEMENT = 'workflow.denied.no_replacement';
