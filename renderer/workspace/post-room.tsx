import { useEffect, useRef, useState } from 'react';
import { BinBar } from '../bin/index.ts';
import { ConflictBar, ConflictScreen } from '../conflict/index.ts';
import { useErrorText, useT } from '../connection/index.ts';
import { AfterText, Button, EmptyState, Notice, Spinner } from '../design/index.ts';
import { DetailsPane } from '../details/index.ts';
import {
  DocumentPane,
  isWritable,
  type OpenJournals,
  type ReadAhead,
  useIdleLeave,
  useOpenPost,
  useWritingTurn,
} from '../document/index.ts';
import { ErrorBoundary } from '../failure/index.ts';
import { RemarkPlacesProvider } from '../remarks/index.ts';
import styles from './workspace.module.css';

interface PostRoomProps {
  readonly post: string;
  readonly journals: OpenJournals;
  readonly ahead: ReadAhead;
  /** Just made by the person, who goes on to write. */
  readonly isNew: boolean;
  readonly onThrowAway: () => void;
  readonly onGone: () => void;
  readonly onOpen: (post: string, isNew: boolean) => void;
  readonly areDetailsShown: boolean;
  readonly onToggleDetails: () => void;
  readonly isFocusMode: boolean;
  readonly onFocusMode: () => void;
}

/** One open post: the document in the middle and its details on the right. */
export function PostRoom({ post, journals, ahead, isNew, onThrowAway, onGone, onOpen, ...panes }: PostRoomProps) {
  const t = useT();
  const { areDetailsShown, isFocusMode } = panes;
  const { turn, takeOver } = useWritingTurn(post, journals);
  const { details: read, readIn, error, reload } = useOpenPost(post, journals, ahead, turn);
  // Another window writes: here the post is only read, and nothing is decided on words that still change.
  const isElsewhere = turn === 'theirs' && read?.mode === 'edit' && isWritable(read);
  const details = isElsewhere ? { ...read, actions: [], bin: 'no' as const } : read;
  const sentence = useErrorText(details === null ? error : null);
  const journal =
    details !== null && isWritable(details) && turn === 'ours' && readIn === 'ours'
      ? journals.of(post, details.base)
      : null;
  useIdleLeave(post, journal);

  const [isChoosing, setChoosing] = useState(false);
  const hasConflict = (details?.conflicts ?? 0) > 0;
  const leaveChoosing = (): void => {
    void reload().finally(() => setChoosing(false));
  };

  const mode = journal === null ? 'read' : 'write';
  const main = useRef<HTMLElement>(null);
  const shown = details === null ? null : mode;
  useEffect(() => {
    // What had the focus may have gone with a change between the two, or with the screen that the post was opened from.
    if (shown === null || document.activeElement !== document.body) return;
    (main.current?.querySelector<HTMLElement>('[data-region-focus][tabindex]') ?? main.current)?.focus();
  }, [shown]);

  if (details === null)
    return (
      <main className={styles.document} data-region tabIndex={-1} aria-label={t('window.region.document')}>
        {sentence === null ? (
          <Spinner label={t('window.document.loading')} />
        ) : (
          <EmptyState
            title={t('window.document.failed')}
            action={<Button onClick={() => void reload()}>{t('window.retry')}</Button>}
          >
            {sentence}
          </EmptyState>
        )}
      </main>
    );
  return (
    <RemarkPlacesProvider key={post}>
      <main
        ref={main}
        className={styles.document}
        data-region
        data-help={mode === 'write' ? 'viet-bai' : 'tham-dinh-va-tra-lai'}
        tabIndex={-1}
        aria-label={t('window.region.document')}
      >
        {(hasConflict || isChoosing) && (
          <ConflictBar isOpen={isChoosing} onToggle={() => setChoosing((shown) => !shown)} />
        )}
        {isElsewhere && (
          <Notice isBar role="status" action={<Button onClick={takeOver}>{t('window.elsewhere.take')}</Button>}>
            {t('window.elsewhere')}
          </Notice>
        )}
        <BinBar details={details} onDone={reload} onGone={onGone} />
        <ErrorBoundary>
          {isChoosing ? (
            <ConflictScreen post={post} journal={journal} onDone={leaveChoosing} />
          ) : (
            <DocumentPane key={mode} details={details} journal={journal} isNew={isNew} {...panes} />
          )}
        </ErrorBoundary>
      </main>
      {areDetailsShown && !isFocusMode && !isChoosing && (
        <aside
          className={styles.details}
          data-region
          data-help={mode === 'write' ? 'gui-tham-dinh' : 'tham-dinh-va-tra-lai'}
          tabIndex={-1}
          aria-label={t('window.region.details')}
        >
          <ErrorBoundary>
            <AfterText key={mode}>
              <DetailsPane
                details={details}
                journal={journal}
                onDone={reload}
                onThrowAway={onThrowAway}
                onOpen={onOpen}
              />
            </AfterText>
          </ErrorBoundary>
        </aside>
      )}
    </RemarkPlacesProvider>
  );
}
