import { useState } from 'react';
import type { PostDetails, WorkState } from '../../shared/contract/index.ts';
import { translateCode } from '../../shared/i18n/index.ts';
import { formatDateTime } from '../../shared/vietnamese/index.ts';
import { useClient, useErrorText, useLanguage, useT } from '../connection/index.ts';
import { Button, Notice, Select, useToast } from '../design/index.ts';
import { DueBadge } from '../status/index.ts';
import styles from './details.module.css';

interface WorkPanelProps {
  readonly details: PostDetails;
  readonly onDone: () => Promise<void>;
}

/** The choice that gives the work to nobody. */
const NOBODY = 'nobody';

/** Until when a post is to be dealt with, who is at it, and to whom it was given. */
export function WorkPanel({ details, onDone }: WorkPanelProps) {
  const t = useT();
  const language = useLanguage();
  const client = useClient();
  const toast = useToast();
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const sentence = useErrorText(error);
  const { work, post, revision } = details;
  if (work.step === null && work.due === null) return null;

  const say = async (ask: () => Promise<unknown>, done: string): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await ask();
      toast(done);
      await onDone();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const about = { post, revision: revision ?? '' };
  const assign = (to: string): void => {
    const name = work.candidates.find(({ person }) => person === to)?.name;
    const done = name === undefined ? t('work.unassigned') : t('work.assigned', { name });
    void say(() => client.call('work.assign', { ...about, to: to === NOBODY ? null : to }), done);
  };

  return (
    <section className={styles.section} aria-labelledby="details-work">
      <h3 id="details-work">{t('work.title')}</h3>
      {work.due !== null && (
        <p className={styles.badges}>
          <DueBadge due={work.due} daysLeft={work.daysLeft} />
        </p>
      )}
      <HolderText work={work} />
      {work.assignee !== null && !work.mayAssign && (
        <p>{work.assignee.isMe ? t('work.assignee.me') : t('work.assignee', { name: work.assignee.name })}</p>
      )}
      {work.claim !== null && work.step !== null && (
        <div className={styles.action}>
          <Button
            isWide
            disabled={!work.claim.allowed}
            isBusy={isBusy}
            aria-describedby={work.claim.allowed ? undefined : 'why-claim'}
            onClick={() => void say(() => client.call('work.claim', about), t('work.claimed'))}
          >
            {t(`work.claim.${work.step}`)}
          </Button>
          {!work.claim.allowed && (
            <p id="why-claim" className={styles.why}>
              {translateCode(language, 'workflow.denied', work.claim.code ?? '')}
            </p>
          )}
        </div>
      )}
      {work.mayRelease && (
        <Button
          isWide
          isBusy={isBusy}
          onClick={() => void say(() => client.call('work.release', about), t('work.released'))}
        >
          {t('work.release')}
        </Button>
      )}
      {work.mayAssign &&
        (work.candidates.length === 0 ? (
          <p className={styles.why}>{t('work.assign.none')}</p>
        ) : (
          <Select
            label={t('work.assign')}
            items={[
              { value: NOBODY, label: t('work.nobody') },
              ...work.candidates.map(({ person, name, title }) => ({ value: person, label: name, note: title })),
            ]}
            value={work.assignee?.person ?? NOBODY}
            onChange={assign}
            disabled={isBusy}
          />
        ))}
      {sentence !== null && (
        <Notice tone="bad" role="alert">
          {sentence}
        </Notice>
      )}
    </section>
  );
}

/** Who is at it, until when, and whether others know. */
function HolderText({ work: { holder, step } }: { readonly work: WorkState }) {
  const t = useT();
  if (holder === null) return null;
  const { name, isMe, until } = holder;
  if (until === null) return <p>{isMe ? t('work.holder.here') : t('work.holder.carried', { name })}</p>;
  const time = formatDateTime(until);
  return <p>{isMe ? t('work.holder.mine', { time }) : t(`work.holder.${step ?? 'appraise'}`, { name, time })}</p>;
}
