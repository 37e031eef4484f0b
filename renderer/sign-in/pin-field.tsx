import { TextField } from '../design/index.ts';

interface PinFieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

/** Six digits that nobody behind the person can read. Not a password: no browser may offer to keep it. */
export function PinField({ value, onChange, ...rest }: PinFieldProps) {
  return (
    <TextField
      {...rest}
      type="password"
      inputMode="numeric"
      autoComplete="off"
      value={value}
      onChange={(next) => onChange(next.replace(/\D/g, '').slice(0, 6))}
    />
  );
}
