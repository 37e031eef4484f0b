import { type SubmitEvent, useState } from 'react';
import type { PostDetails } from '../../shared/contract/index.ts';
import { useErrorText, useT } from '../connection/index.ts';
import { Button, Dialog, Notice } from '../design/index.ts';
import styles from './details.module.css';
import { chosenTime, startingTime, TimeChoice, type TimeChosen, timeProblem } from './time-choice.tsx';
import type { Act } from './use-act.ts';

interface ScheduleDialogProps {
  readonly details: PostDetails;
  readonly act: Act;
  readonly onClose: () => void;
}

/** Sets another time for what is approved, or publishes it now. */
export function ScheduleDialog({ details, act, onClose }: ScheduleDialogProps) {
  const t = useT();
  const sentence = useErrorText(act.error);
  const [time, setTime] = useState<TimeChosen>(() => startingTime(details.decision.scheduledAt));
  const [isTried, setTried] = useState(false);

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (timeProblem(time, new Date().toISOString()) !== null) return;
    if (await act.run('schedule', { publishAt: chosenTime(time) ?? null })) onClose();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('board.schedule.title')}
      description={t('board.schedule.text')}
      footer={
        <>
          <Button onClick={onClose}>{t('window.cancel')}</Button>
          <Button type="submit" form="schedule-form" variant="primary" isBusy={act.busy === 'schedule'}>
            {t('action.schedule')}
          </Button>
        </>
      }
    >
      <form id="schedule-form" data-help="quy-che" className={styles.form} onSubmit={submit} noValidate>
        <TimeChoice time={time} onChange={setTime} isTried={isTried} />
      </form>
      {sentence !== null && (
        <Notice tone="bad" role="alert">
          {sentence}
        </Notice>
      )}
    </Dialog>
  );
}
