import { Field as BaseField } from '@base-ui/react/field';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './field.module.css';

interface FieldProps {
  readonly label: string;
  /** The label is then only for a screen reader. */
  readonly isLabelHidden?: boolean | undefined;
  readonly hint?: string | undefined;
  /** A sentence that says what to correct; it marks the control as invalid and is read with it. */
  readonly error?: string | undefined;
}

/** Share of the most characters from which on their number is shown: a limit is seen before it bites. */
const SHOWN_FROM = 0.8;

/** How much of what may be written is. */
interface Room {
  /** “480/500”, in every language. */
  readonly text: string;
  /** No letter more is taken in: what was pasted may have been cut. */
  readonly isFull: boolean;
}

/** `null` far from the limit, or without one. */
function roomOf(value: string, most: number | undefined): Room | null {
  if (most === undefined || value.length < most * SHOWN_FROM) return null;
  return { text: `${value.length}/${most}`, isFull: value.length >= most };
}

/** A labelled control with its hint and its error, tied together for a screen reader. */
export function Field({
  label,
  isLabelHidden,
  hint,
  error,
  room = null,
  children,
}: FieldProps & { readonly children: ReactNode; readonly room?: Room | null }) {
  return (
    <BaseField.Root invalid={error !== undefined} className={styles.field}>
      <BaseField.Label className={isLabelHidden ? styles.hidden : styles.label}>{label}</BaseField.Label>
      {children}
      {hint !== undefined && <BaseField.Description className={styles.hint}>{hint}</BaseField.Description>}
      {room !== null && (
        <BaseField.Description
          className={classNames(styles.hint, styles.room, room.isFull && styles.full)}
          role={room.isFull ? 'alert' : undefined}
        >
          {room.text}
        </BaseField.Description>
      )}
      <BaseField.Error match={error !== undefined} className={styles.error}>
        {error}
      </BaseField.Error>
    </BaseField.Root>
  );
}

interface TextFieldProps
  extends FieldProps,
    Omit<ComponentProps<'input'>, 'className' | 'style' | 'onChange' | 'value'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly icon?: ReactNode;
}

/** One line of text. */
export function TextField({ label, isLabelHidden, hint, error, onChange, icon, ...rest }: TextFieldProps) {
  const control = <BaseField.Control {...rest} onValueChange={(value) => onChange(value)} className={styles.control} />;
  return (
    <Field
      label={label}
      isLabelHidden={isLabelHidden}
      hint={hint}
      error={error}
      room={roomOf(rest.value, rest.maxLength)}
    >
      {icon === undefined ? (
        control
      ) : (
        <span className={styles.withIcon}>
          {control}
          {icon}
        </span>
      )}
    </Field>
  );
}

interface TextAreaProps
  extends FieldProps,
    Omit<ComponentProps<'textarea'>, 'className' | 'style' | 'onChange' | 'value'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Several lines of text; it grows with what is written. */
export function TextArea({ label, isLabelHidden, hint, error, value, onChange, ...rest }: TextAreaProps) {
  return (
    <Field label={label} isLabelHidden={isLabelHidden} hint={hint} error={error} room={roomOf(value, rest.maxLength)}>
      <BaseField.Control
        render={<textarea {...rest} />}
        value={value}
        onValueChange={(next) => onChange(next)}
        className={classNames(styles.control, styles.area)}
      />
    </Field>
  );
}
