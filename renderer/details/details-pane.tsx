import { ExternalLink } from 'lucide-react';
import type { PostDetails } from '../../shared/contract/index.ts';
import { BinButton } from '../bin/index.ts';
import { EraseButton } from '../board/index.ts';
import { ChecksPanel } from '../checks/index.ts';
import { useT } from '../connection/index.ts';
import { Notice } from '../design/index.ts';
import { isWritable } from '../document/index.ts';
import type { Journal } from '../editor/index.ts';
import { HistoryButton } from '../history/index.ts';
import { RemarksPanel } from '../remarks/index.ts';
import { StateBadge, SyncWordBadge } from '../status/index.ts';
import { TranslationButton } from '../translation/index.ts';
import { DecisionFacts } from './decision-facts.tsx';
import styles from './details.module.css';
import { FieldFacts } from './field-facts.tsx';
import { FieldForm } from './field-form.tsx';
import { PostActions } from './post-actions.tsx';
import { Timeline } from './timeline.tsx';
import { WorkPanel } from './work-panel.tsx';

/** Whoever decides on a post sees what its author was shown. */
function isUnderReview({ state }: PostDetails): boolean {
  return state === 'submitted' || state === 'appraised';
}

interface DetailsPaneProps {
  readonly details: PostDetails;
  readonly journal: Journal | null;
  readonly onDone: () => Promise<void>;
  readonly onThrowAway: () => void;
  /** Opens another post; `isNew`: just made by the person, who goes on to write. */
  readonly onOpen: (post: string, isNew: boolean) => void;
}

/** The right side: where the post stands, what can be done with it, what is written about it, what happened to it. */
export function DetailsPane({ details, journal, onDone, onThrowAway, onOpen }: DetailsPaneProps) {
  const t = useT();
  const { reason, state } = details;
  const openAside = (draft: string): void => onOpen(draft, false);
  return (
    <div className={styles.pane}>
      <section className={styles.section} aria-labelledby="details-title">
        <h2 id="details-title">{t('window.details.title')}</h2>
        <p className={styles.badges}>
          <StateBadge state={state} isLive={details.isLive} />
          <SyncWordBadge word={details.word} />
        </p>
        {details.kind === 'page' && <p>{t('window.kind.pageText')}</p>}
        {reason !== null && (state === 'returned' || state === 'withdrawn') && (
          <Notice tone="warn" title={t(`window.reason.${state}`)}>
            {reason}
          </Notice>
        )}
        <DecisionFacts decision={details.decision} />
        {details.publicUrl !== null && (
          <a className={styles.link} href={details.publicUrl} target="_blank" rel="noopener noreferrer">
            {t('window.details.public')} <ExternalLink size={14} aria-hidden="true" />
          </a>
        )}
        <TranslationButton details={details} journal={journal} onOpen={onOpen} />
      </section>
      <PostActions details={details} journal={journal} onDone={onDone} />
      <WorkPanel details={details} onDone={onDone} />
      <RemarksPanel
        details={details}
        journal={journal}
        revision={journal === null && !isWritable(details) ? details.revision : null}
      />
      {journal === null ? <FieldFacts details={details} /> : <FieldForm start={details.fields} journal={journal} />}
      {(journal !== null || isUnderReview(details)) && <ChecksPanel details={details} isRead={journal === null} />}
      <Timeline post={details.post} entries={details.timeline} />
      <section className={styles.section} aria-label={t('history.title')}>
        <HistoryButton details={details} journal={journal} onDone={onDone} onOpen={openAside} />
        <BinButton details={details} journal={journal} onThrowAway={onThrowAway} onDone={onDone} onOpen={openAside} />
        <EraseButton details={details} onDone={onDone} />
      </section>
    </div>
  );
}
