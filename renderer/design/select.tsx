import { Select as BaseSelect } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import { classNames } from './class-names.ts';
import field from './field.module.css';
import styles from './select.module.css';

export interface SelectItem<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** A short quiet text at the end of the line: a count. */
  readonly note?: string | undefined;
}

interface SelectProps<Value extends string> {
  readonly label: string;
  /** The label is then only for a screen reader. */
  readonly isLabelHidden?: boolean;
  readonly items: readonly SelectItem<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly placeholder?: string | undefined;
  readonly disabled?: boolean;
  /** Smaller, for a row of filters. */
  readonly isCompact?: boolean;
}

/** One choice from a short list. */
export function Select<Value extends string>({
  label,
  isLabelHidden = false,
  items,
  value,
  onChange,
  placeholder,
  disabled = false,
  isCompact = false,
}: SelectProps<Value>) {
  return (
    <BaseSelect.Root
      items={items}
      value={value}
      onValueChange={(next: Value | null) => next !== null && onChange(next)}
      disabled={disabled}
    >
      <div className={field.field}>
        <BaseSelect.Label className={isLabelHidden ? field.hidden : field.label}>{label}</BaseSelect.Label>
        <BaseSelect.Trigger className={classNames(styles.trigger, isCompact && styles.compact)}>
          <BaseSelect.Value className={styles.value} placeholder={placeholder} />
          <BaseSelect.Icon className={styles.icon}>
            <ChevronDown size={16} aria-hidden="true" />
          </BaseSelect.Icon>
        </BaseSelect.Trigger>
      </div>
      <BaseSelect.Portal>
        <BaseSelect.Positioner sideOffset={4} alignItemWithTrigger={false} className={styles.positioner}>
          <BaseSelect.Popup className={styles.popup}>
            <BaseSelect.List>
              {items.map((item) => (
                <BaseSelect.Item key={item.value} value={item.value} className={styles.item}>
                  <BaseSelect.ItemIndicator className={styles.indicator}>
                    <Check size={16} aria-hidden="true" />
                  </BaseSelect.ItemIndicator>
                  <BaseSelect.ItemText className={styles.text}>{item.label}</BaseSelect.ItemText>
                  {item.note !== undefined && <span className={styles.note}>{item.note}</span>}
                </BaseSelect.Item>
              ))}
            </BaseSelect.List>
          </BaseSelect.Popup>
        </BaseSelect.Positioner>
      </BaseSelect.Portal>
    </BaseSelect.Root>
  );
}
