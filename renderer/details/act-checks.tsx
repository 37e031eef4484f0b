import { useState } from 'react';
import type { PossibleAction } from '../../shared/contract/index.ts';
import { useT } from '../connection/index.ts';
import { Notice } from '../design/index.ts';
import styles from './details.module.css';

/** The state of a checklist in a dialog. */
export interface Checks {
  readonly ticked: readonly string[];
  readonly toggle: (id: string) => void;
  /** A required item is open: the act must wait. Asking shows which. */
  readonly isStopped: () => boolean;
  /** Something was left out that is worth a second thought; said once. */
  readonly isWarned: () => boolean;
  readonly tried: 'no' | 'stopped' | 'warned';
}

/** Keeps what was ticked of an action's checklist. */
export function useChecks(action: PossibleAction): Checks {
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [tried, setTried] = useState<Checks['tried']>('no');
  const isOpen = (level: string): boolean =>
    action.checks.some((check) => check.level === level && !ticked.includes(check.id));
  return {
    ticked,
    tried,
    toggle: (id) => {
      setTried('no');
      setTicked((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
    },
    isStopped: () => {
      if (!isOpen('block')) return false;
      setTried('stopped');
      return true;
    },
    isWarned: () => {
      if (!isOpen('warn') || tried === 'warned') return false;
      setTried('warned');
      return true;
    },
  };
}

/** What the rules ask before an act: its checklist, and the exemption it would rely on. */
export function ActChecks({ action, checks }: { readonly action: PossibleAction; readonly checks: Checks }) {
  const t = useT();
  const { exemption } = action;
  return (
    <>
      {exemption !== null && <Notice tone="warn">{t('board.exemption', { ...exemption })}</Notice>}
      {action.checks.length > 0 && (
        <fieldset className={styles.checks}>
          <legend>{t('board.checks')}</legend>
          {action.checks.map(({ id, text, level }) =>
            level === 'remind' ? (
              <p key={id} className={styles.quiet}>
                {t('board.remind', { text })}
              </p>
            ) : (
              <label key={id} className={styles.check}>
                <input type="checkbox" checked={checks.ticked.includes(id)} onChange={() => checks.toggle(id)} />
                <span>
                  {text} {level === 'block' && <span className={styles.quiet}>{t('board.required')}</span>}
                </span>
              </label>
            ),
          )}
        </fieldset>
      )}
      {checks.tried === 'stopped' && (
        <Notice tone="bad" role="alert">
          {t('workflow.denied.checks_open')}
        </Notice>
      )}
      {checks.tried === 'warned' && (
        <Notice tone="warn" role="alert">
          {t('board.warned')}
        </Notice>
      )}
    </>
  );
}
