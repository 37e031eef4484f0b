import { useEffect, useRef, useState } from 'react';
import { AppError, type PossibleAction, type PostDetails } from '../../shared/contract/index.ts';
import { translateCode } from '../../shared/i18n/index.ts';
import { useErrorText, useLanguage, useT } from '../connection/index.ts';
import { Button, Notice, useToast } from '../design/index.ts';
import type { Journal } from '../editor/index.ts';
import { useShortcut } from '../keyboard/index.ts';
import { ApproveDialog } from './approve-dialog.tsx';
import { ConfirmDialog, isAskedFirst } from './confirm-dialog.tsx';
import styles from './details.module.css';
import { ReturnDialog } from './return-dialog.tsx';
import { ScheduleDialog } from './schedule-dialog.tsx';
import { type Act, useAct } from './use-act.ts';
import { primaryAction, visibleActions } from './visible-actions.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';

/** These always have something to ask or to show first. */
const ALWAYS_ASKED: ReadonlySet<PossibleAction['name']> = new Set([
  'approve',
  'return',
  'withdraw',
  'urgent',
  'schedule',
]);

const CHANGED = new AppError('changed_meanwhile');

interface PostActionsProps {
  readonly details: PostDetails;
  readonly journal: Journal | null;
  readonly onDone: () => Promise<void>;
}

/** What the person may do with the post now, and why not what they may not. */
export function PostActions({ details, journal, onDone }: PostActionsProps) {
  const t = useT();
  const language = useLanguage();
  const toast = useToast();
  // What is asked is about the text that was there when it was asked. One that its author sends anew meanwhile is never
  // approved, returned or signed in place of the one that was read. One's own changes as one writes.
  const [dialog, setDialog] = useState<Asked | null>(null);
  const act = useAct(dialog?.details.mode === 'read' ? dialog.details : details, journal, onDone);
  const [reason, setReason] = useState('');
  const sentence = useErrorText(dialog === null ? act.error : null);
  const visible = visibleActions(details);
  const primary = primaryAction(visible);
  const reasonOf = ({ code }: PossibleAction): string => translateCode(language, 'workflow.denied', code ?? '');

  const start = (action: PossibleAction): void => {
    act.clearError();
    hasStarted.current = true;
    if (ALWAYS_ASKED.has(action.name) || isAskedFirst(action, details)) setDialog({ action, details });
    else void act.run(action.name);
  };
  const close = (): void => {
    act.clearError();
    setDialog(null);
  };
  useShortcut('primary', () => {
    if (primary === null) return;
    if (primary.allowed) start(primary);
    else toast(reasonOf(primary), 'bad');
  });

  const heading = useRef<HTMLHeadingElement>(null);
  /** The post as it was read last, while nothing is asked or under way. */
  const resting = dialog === null && act.busy === null ? details : null;
  const hasStarted = useRef(false);
  useEffect(() => {
    if (resting === null || !hasStarted.current) return;
    // The button that was pressed goes with what was done, at once or when the post is read again: a dialog gives the
    // focus back to nothing, or to a button that is there for a moment only.
    const later = requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      hasStarted.current = false;
      heading.current?.focus();
    });
    return () => cancelAnimationFrame(later);
  }, [resting]);

  return (
    <section className={styles.section} aria-labelledby="details-actions">
      <h3 id="details-actions" ref={heading} tabIndex={-1}>
        {t('window.actions.title')}
      </h3>
      {visible.length === 0 && <p className={styles.quiet}>{t('window.actions.none')}</p>}
      {visible.map((action) => (
        <div key={action.name} className={styles.action}>
          <Button
            isWide
            variant={action === primary ? 'primary' : 'secondary'}
            disabled={!action.allowed}
            isBusy={act.busy === action.name}
            aria-describedby={action.allowed ? undefined : `why-${action.name}`}
            onClick={() => start(action)}
          >
            {action.stage === null ? t(`action.${action.name}`) : t('board.stage.pass', { stage: action.stage })}
          </Button>
          {!action.allowed && (
            <p id={`why-${action.name}`} className={styles.why}>
              {isUncorrected(action, details) ? t('window.actions.correct') : reasonOf(action)}
            </p>
          )}
        </div>
      ))}
      {sentence !== null && (
        <Notice tone="bad" role="alert">
          {sentence}
        </Notice>
      )}
      {dialog !== null && (
        <ActionDialog
          {...dialog}
          act={isChanged(dialog, details, act) ? { ...act, error: CHANGED } : act}
          reason={reason}
          onReason={setReason}
          onClose={close}
        />
      )}
    </section>
  );
}

/** The author of a live page has changed nothing yet: what they want to know is how to. */
function isUncorrected({ name, code }: PossibleAction, { isLive, mode }: PostDetails): boolean {
  return name === 'submit' && code === 'nothing_new' && isLive && mode === 'edit';
}

interface Asked {
  readonly action: PossibleAction;
  readonly details: PostDetails;
}

/** Another text has come since it was asked. */
function isChanged({ details: { mode, revision } }: Asked, now: PostDetails, { busy, error }: Act): boolean {
  return mode === 'read' && revision !== now.revision && busy === null && error === null;
}

interface ActionDialogProps extends Asked {
  readonly act: Act;
  /** Why the post is returned: kept while its dialog is closed, to read the post again. */
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
}

function ActionDialog(props: ActionDialogProps) {
  switch (props.action.name) {
    case 'approve':
    case 'urgent':
      return <ApproveDialog {...props} />;
    case 'return':
      return <ReturnDialog {...props} />;
    case 'withdraw':
      return <WithdrawDialog {...props} />;
    case 'schedule':
      return <ScheduleDialog {...props} />;
    default:
      return <ConfirmDialog {...props} />;
  }
}
