import { Menu as BaseMenu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { leaveFocusTo } from './leave-focus.ts';
import styles from './menu.module.css';

interface MenuProps {
  /** The button that opens it, with its own accessible name. */
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly children: ReactNode;
  readonly align?: 'start' | 'end';
  /** Takes the focus when the menu closes; without it the button has it again. */
  readonly onClosed?: () => void;
}

/** A list of commands that a button opens; arrows, Home, End, typing and Escape work. */
export function Menu({ trigger, children, align = 'start', onClosed }: MenuProps) {
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner align={align} sideOffset={4} className={styles.positioner}>
          <BaseMenu.Popup className={styles.popup} finalFocus={onClosed && leaveFocusTo(onClosed)}>
            {children}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

interface MenuItemProps {
  readonly onClick: () => void;
  readonly icon?: ReactNode;
  /** A second, quieter line. */
  readonly hint?: string;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

export function MenuItem({ onClick, icon, hint, disabled = false, children }: MenuItemProps) {
  return (
    <BaseMenu.Item className={styles.item} onClick={onClick} disabled={disabled}>
      {icon}
      <span className={styles.text}>
        {children}
        {hint !== undefined && <span className={styles.hint}>{hint}</span>}
      </span>
    </BaseMenu.Item>
  );
}

/** A titled part of a menu. */
export function MenuGroup({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <BaseMenu.Group>
      <BaseMenu.GroupLabel className={styles.heading}>{label}</BaseMenu.GroupLabel>
      {children}
    </BaseMenu.Group>
  );
}

export function MenuSeparator() {
  return <BaseMenu.Separator className={styles.separator} />;
}

interface MenuChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly text: string; readonly hint?: string }[];
  readonly onChange: (value: Value) => void;
}

/** A titled part of a menu where exactly one choice holds. */
export function MenuChoice<Value extends string>({ label, value, choices, onChange }: MenuChoiceProps<Value>) {
  return (
    <BaseMenu.RadioGroup value={value} onValueChange={(next: Value) => onChange(next)} aria-label={label}>
      <div className={styles.heading} aria-hidden="true">
        {label}
      </div>
      {choices.map((choice) => (
        <BaseMenu.RadioItem key={choice.value} value={choice.value} closeOnClick className={styles.item}>
          <span className={styles.mark}>
            <BaseMenu.RadioItemIndicator>
              <Check size={16} aria-hidden="true" />
            </BaseMenu.RadioItemIndicator>
          </span>
          <span className={styles.text}>
            {choice.text}
            {choice.hint !== undefined && <span className={styles.hint}>{choice.hint}</span>}
          </span>
        </BaseMenu.RadioItem>
      ))}
    </BaseMenu.RadioGroup>
  );
}
