import { useState } from 'react';
import type { PossibleAction, PostDetails } from '../../shared/contract/index.ts';
import { translateCode } from '../../shared/i18n/index.ts';
import { useErrorText, useLanguage, useT } from '../connection/index.ts';
import { Button, Notice, useToast } from '../design/index.ts';
import type { Journal } from '../editor/index.ts';
import { useShortcut } from '../keyboard/index.ts';
import { ApproveDialog } from './approve-dialog.tsx';
import styles from './details.module.css';
import { ReturnDialog } from './return-dialog.tsx';
import { useAct } from './use-act.ts';
import { primaryAction, visibleActions } from './visible-actions.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';

type Asked = 'approve' | 'return' | 'withdraw';

function isAsked(name: PossibleAction['name']): name is Asked {
  return name === 'approve' || name === 'return' || name === 'withdraw';
}

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
  const [dialog, setDialog] = useState<Asked | null>(null);
  const act = useAct(details, journal, onDone);
  const sentence = useErrorText(dialog === null ? act.error : null);
  const visible = visibleActions(details);
  const primary = primaryAction(visible);
  const reasonOf = ({ code }: PossibleAction): string => translateCode(language, 'workflow.denied', code ?? '');

  const start = (name: PossibleAction['name']): void => {
    act.clearError();
    if (isAsked(name)) setDialog(name);
    else void act.run(name);
  };
  const close = (): void => {
    act.clearError();
    setDialog(null);
  };
  useShortcut('primary', () => {
    if (primary === null) return;
    if (primary.allowed) start(primary.name);
    else toast(reasonOf(primary), 'bad');
  });

  return (
    <section className={styles.section} aria-labelledby="details-actions">
      <h3 id="details-actions">{t('window.actions.title')}</h3>
      {visible.length === 0 && <p className={styles.quiet}>{t('window.actions.none')}</p>}
      {visible.map((action) => (
        <div key={action.name} className={styles.action}>
          <Button
            isWide
            variant={action === primary ? 'primary' : 'secondary'}
            disabled={!action.allowed}
            isBusy={act.busy === action.name}
            aria-describedby={action.allowed ? undefined : `why-${action.name}`}
            onClick={() => start(action.name)}
          >
            {t(`action.${action.name}`)}
          </Button>
          {!action.allowed && (
            <p id={`why-${action.name}`} className={styles.why}>
              {reasonOf(action)}
            </p>
          )}
        </div>
      ))}
      {sentence !== null && (
        <Notice tone="bad" role="alert">
          {sentence}
        </Notice>
      )}
      {dialog === 'approve' && <ApproveDialog details={details} act={act} onClose={close} />}
      {dialog === 'return' && <ReturnDialog act={act} onClose={close} />}
      {dialog === 'withdraw' && <WithdrawDialog act={act} onClose={close} />}
    </section>
  );
}
