import { TextField } from '../design/index.ts';

interface DaysFieldProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (days: number) => void;
}

/** A term in working days, 1 to 60. */
export function DaysField({ label, value, onChange }: DaysFieldProps) {
  return (
    <TextField
      label={label}
      type="number"
      inputMode="numeric"
      min={1}
      max={60}
      value={value === 0 ? '' : String(value)}
      onChange={(typed) => onChange(Number.parseInt(typed, 10) || 0)}
    />
  );
}
