import { type SubmitEvent, useState } from 'react';
import type { LinePlan } from '../../shared/contract/index.ts';
import { useT } from '../connection/index.ts';
import { Button, TextField } from '../design/index.ts';
import styles from './sync.module.css';

const MEGABYTE = 1_000_000;
const KILOBYTE = 1_000;

/** How this computer's line is paid for: the month's budget, and from which size on a picture is asked about. */
export function PlanForm({ plan, onSave }: { readonly plan: LinePlan; readonly onSave: (plan: LinePlan) => void }) {
  const t = useT();
  const [isMetered, setMetered] = useState(plan.isMetered);
  const [monthly, setMonthly] = useState(String(Math.round(plan.monthlyBytes / MEGABYTE)));
  const [above, setAbove] = useState(String(Math.round(plan.askAboveBytes / KILOBYTE)));
  const [isTried, setTried] = useState(false);
  const isMonthlyGood = isWhole(monthly, 1, 1_000_000);
  const isAboveGood = isWhole(above, 0, 100_000);
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!isMonthlyGood || !isAboveGood) return;
    onSave({ isMetered, monthlyBytes: Number(monthly) * MEGABYTE, askAboveBytes: Number(above) * KILOBYTE });
  };
  return (
    <form className={styles.plan} onSubmit={save} noValidate>
      <label className={styles.check}>
        <input type="checkbox" checked={isMetered} onChange={(event) => setMetered(event.currentTarget.checked)} />
        {t('sync.metered')}
      </label>
      {isMetered && (
        <>
          <p className={styles.quiet}>{t('sync.meteredText')}</p>
          <TextField
            label={t('sync.monthly')}
            inputMode="numeric"
            value={monthly}
            onChange={setMonthly}
            error={isTried && !isMonthlyGood ? t('sync.monthlyWrong') : undefined}
          />
          <TextField
            label={t('sync.above')}
            inputMode="numeric"
            value={above}
            onChange={setAbove}
            error={isTried && !isAboveGood ? t('sync.aboveWrong') : undefined}
          />
        </>
      )}
      {(isMetered || plan.isMetered) && (
        <div>
          <Button type="submit">{t('sync.savePlan')}</Button>
        </div>
      )}
    </form>
  );
}

function isWhole(text: string, least: number, most: number): boolean {
  return /^\d{1,7}$/.test(text) && Number(text) >= least && Number(text) <= most;
}
