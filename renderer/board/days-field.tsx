import { MOST_DAYS } from '../../shared/workflow/index.ts';
import { useT } from '../connection/index.ts';
import { TextField } from '../design/index.ts';

interface DaysFieldProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (days: number) => void;
  /** Somebody has tried to save: what is wrong is told. */
  readonly isTried: boolean;
}

/** A term in working days, 1 to 60. */
export function DaysField({ label, value, onChange, isTried }: DaysFieldProps) {
  const t = useT();
  const isWrong = value < 1 || value > MOST_DAYS;
  return (
    <TextField
      label={label}
      type="number"
      inputMode="numeric"
      min={1}
      max={MOST_DAYS}
      value={value === 0 ? '' : String(value)}
      onChange={(typed) => onChange(Number.parseInt(typed, 10) || 0)}
      error={isTried && isWrong ? t('rules.daysWrong', { most: MOST_DAYS }) : undefined}
    />
  );
}
