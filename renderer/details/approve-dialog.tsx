import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { AppError, type PossibleAction, type PostDetails, pinSchema } from '../../shared/contract/index.ts';
import { ArticlePreview } from '../article/index.ts';
import { useErrorText, useQuery, useT } from '../connection/index.ts';
import { Button, Dialog, Notice, TextArea } from '../design/index.ts';
import { useSession } from '../session/index.ts';
import { PinDialog, PinField } from '../sign-in/index.ts';
import { ActChecks, useChecks } from './act-checks.tsx';
import styles from './details.module.css';
import { chosenTime, startingTime, TimeChoice, type TimeChosen, timeProblem } from './time-choice.tsx';
import type { Act } from './use-act.ts';

const PIN_CODES: ReadonlySet<string> = new Set(['pin_wrong', 'pin_needed', 'pin_locked']);

interface ApproveDialogProps {
  /** `approve`, or `urgent`: published now, with a reason, and reviewed by a second person afterwards. */
  readonly action: PossibleAction;
  readonly details: PostDetails;
  readonly act: Act;
  readonly onClose: () => void;
}

/**
 * Shows exactly the HTML that will be approved and published, then signs that: the hash of what is on the screen goes
 * with the approval, and is refused if it would not be the same bytes by then.
 */
export function ApproveDialog({ action, details, act, onClose }: ApproveDialogProps) {
  const t = useT();
  const { app, refresh } = useSession();
  const preview = useQuery('posts.preview', { post: details.post, revision: details.revision });
  const [pin, setPin] = useState('');
  const [isPinShort, setPinShort] = useState(false);
  const [time, setTime] = useState<TimeChosen>(() => startingTime(null));
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const checks = useChecks(action);
  const isUrgent = action.name === 'urgent';
  const [isSettingPin, setSettingPin] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const code = act.error instanceof AppError ? act.error.code : null;
  const sentence = useErrorText(act.error);
  const isPinWrong = code !== null && PIN_CODES.has(code);
  // An unlocked key locks itself after 15 minutes, perhaps while the article was being read.
  const isPinAsked = app.approvalKey === 'locked' || isPinWrong;
  const { refetch } = preview;
  useEffect(() => {
    if (code === 'render_changed' || code === 'changed_meanwhile') refetch();
    if (code === 'pin_locked' || code === 'pin_too_many') refresh();
  }, [code, refetch, refresh]);

  const isComplete = preview.data !== null && preview.data.missingMedia.length === 0;
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (preview.data === null) return;
    const isUnfit = isUrgent ? reason.trim() === '' : timeProblem(time, new Date().toISOString()) !== null;
    setMissing(isUnfit);
    if (isUnfit) return;
    if (checks.isStopped() || checks.isWarned()) return;
    if (isPinAsked && !pinSchema.safeParse(pin).success) {
      setPinShort(true);
      form.current?.querySelector('input')?.focus();
      return;
    }
    setPinShort(false);
    const how = isUrgent ? { reason } : { publishAt: chosenTime(time) ?? null };
    const words = { htmlHash: preview.data.htmlHash, checks: checks.ticked, ...how, ...(isPinAsked ? { pin } : {}) };
    const isDone = await act.run(isUrgent ? 'urgent' : 'approve', words);
    setPin('');
    refresh();
    if (isDone) onClose();
    else form.current?.querySelector('input')?.focus();
  };

  const pinError = isPinShort ? t('error.pin_needed') : isPinWrong ? (sentence ?? undefined) : undefined;
  const demoHint = app.demoPin === null ? undefined : t('window.pin.demo', { pin: app.demoPin });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="large"
      title={isUrgent ? t('action.urgent') : t('window.approve.title')}
      description={isUrgent ? t('board.urgent.text') : t('window.approve.text')}
      footer={
        <form ref={form} data-help="duyet-va-ma-pin" className={styles.approval} onSubmit={submit} noValidate>
          {sentence !== null && !isPinWrong && (
            <Notice tone="bad" role="alert">
              {sentence}
            </Notice>
          )}
          {app.approvalKey === 'none' && (
            <Notice tone="warn" action={<Button onClick={() => setSettingPin(true)}>{t('window.pin.set')}</Button>}>
              {t('error.no_approval_key')}
            </Notice>
          )}
          <div className={styles.asked}>
            <ActChecks action={action} checks={checks} />
            {isUrgent ? (
              <TextArea
                label={t('window.return.reason')}
                value={reason}
                onChange={setReason}
                maxLength={2_000}
                error={isMissing && reason.trim() === '' ? t('error.reason_needed') : undefined}
              />
            ) : (
              <TimeChoice time={time} onChange={setTime} isTried={isMissing} />
            )}
          </div>
          <div className={styles.signing}>
            {app.approvalKey !== 'none' && isPinAsked && (
              <PinField
                label={t('window.pin.ask')}
                name="pin"
                value={pin}
                onChange={setPin}
                hint={demoHint}
                error={pinError}
              />
            )}
            <div className={styles.buttons}>
              <Button onClick={onClose}>{t('window.cancel')}</Button>
              <Button
                type="submit"
                variant="primary"
                disabled={!isComplete || app.approvalKey === 'none'}
                isBusy={act.busy === action.name}
              >
                {t(`action.${action.name}`)}
              </Button>
            </div>
          </div>
        </form>
      }
    >
      <ArticlePreview preview={preview} language={details.language} category={details.fields.categories[0]} />
      <PinDialog
        isOpen={isSettingPin}
        onClose={() => setSettingPin(false)}
        onDone={() => {
          setSettingPin(false);
          refresh();
        }}
      />
    </Dialog>
  );
}
