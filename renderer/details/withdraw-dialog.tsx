import { type SubmitEvent, useState } from 'react';
import type { PossibleAction, PostDetails } from '../../shared/contract/index.ts';
import { WITHDRAWAL_REASONS, type WithdrawalReason } from '../../shared/workflow/index.ts';
import { useErrorText, useQuery, useT } from '../connection/index.ts';
import { AlertDialog, Button, Notice, Select, TextArea } from '../design/index.ts';
import { ActChecks, useChecks } from './act-checks.tsx';
import styles from './details.module.css';
import type { Act } from './use-act.ts';

const MOST_CHARACTERS = 2_000;
const MOST_PUBLIC = 500;
const LIVE_POSTS = { filter: 'published', category: null, query: '', offset: 0, limit: 100 } as const;

interface WithdrawDialogProps {
  readonly action: PossibleAction;
  readonly details: PostDetails;
  readonly act: Act;
  readonly onClose: () => void;
}

/**
 * Takes the live page down, with a reason from the closed list and words for readers (design 5). What is said to the
 * board stays with the board.
 */
export function WithdrawDialog({ action, details, act, onClose }: WithdrawDialogProps) {
  const t = useT();
  const sentence = useErrorText(act.error);
  const [reason, setReason] = useState<WithdrawalReason | null>(null);
  const [explanation, setExplanation] = useState('');
  const [publicNote, setPublicNote] = useState('');
  const [replacement, setReplacement] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const checks = useChecks(action);
  const live = useQuery('posts.list', reason === 'replaced' ? LIVE_POSTS : 'skip');
  const others = (live.data?.rows ?? []).filter(({ post }) => post !== details.post);
  const isReplaced = reason === 'replaced';

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (reason === null) return setMissing(true);
    if (isReplaced && replacement === null) return setMissing(true);
    if (checks.isStopped() || checks.isWarned()) return;
    const words = { listedReason: reason, reason: explanation, publicNote, checks: checks.ticked };
    if (await act.run('withdraw', { ...words, ...(replacement === null || !isReplaced ? {} : { replacement }) }))
      onClose();
  };

  return (
    <AlertDialog
      isOpen
      onClose={onClose}
      title={t('window.withdraw.title')}
      description={t('window.withdraw.text')}
      footer={
        <>
          <Button onClick={onClose}>{t('window.cancel')}</Button>
          <Button type="submit" form="withdraw-form" variant="danger" isBusy={act.busy === 'withdraw'}>
            {t('action.withdraw')}
          </Button>
        </>
      }
    >
      <form id="withdraw-form" data-help="duyet-va-ma-pin" className={styles.form} onSubmit={submit} noValidate>
        <Select
          label={t('window.withdraw.reason')}
          placeholder={t('window.withdraw.choose')}
          value={reason}
          onChange={setReason}
          items={WITHDRAWAL_REASONS.map((value) => ({ value, label: t(`withdrawal.${value}`) }))}
        />
        {isReplaced && (
          <Select
            label={t('board.withdraw.replacement')}
            placeholder={t('board.withdraw.choosePost')}
            value={replacement}
            onChange={setReplacement}
            items={others.map(({ post, title }) => ({ value: post, label: title }))}
          />
        )}
      </form>
      {isMissing && reason === null && (
        <Notice tone="bad" role="alert">
          {t('error.reason_needed')}
        </Notice>
      )}
      {isMissing && isReplaced && replacement === null && (
        <Notice tone="bad" role="alert">
          {t('workflow.denied.no_replacement')}
        </Notice>
      )}
      <TextArea
        label={t('board.withdraw.publicNote')}
        hint={t('board.withdraw.publicHint')}
        value={publicNote}
        onChange={setPublicNote}
        maxLength={MOST_PUBLIC}
      />
      <TextArea
        label={t('window.withdraw.explanation')}
        value={explanation}
        onChange={setExplanation}
        maxLength={MOST_CHARACTERS}
      />
      <ActChecks action={action} checks={checks} />
      {sentence !== null && (
        <Notice tone="bad" role="alert">
          {sentence}
        </Notice>
      )}
    </AlertDialog>
  );
}
