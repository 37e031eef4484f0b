import { Button as BaseButton } from '@base-ui/react/button';
import type { ComponentProps, ReactNode } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names.ts';
import { Spinner } from './spinner.tsx';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'style'> {
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly icon?: ReactNode;
  /** Working: shows a spinner and takes no second click. */
  readonly isBusy?: boolean;
  readonly isWide?: boolean;
  readonly className?: string | undefined;
}

/** A button that stays in the tab order when disabled, so that the reason beside it can be found by keyboard. */
export function Button({
  variant = 'secondary',
  icon,
  isBusy = false,
  isWide = false,
  disabled = false,
  className,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <BaseButton
      {...rest}
      type={type}
      disabled={disabled || isBusy}
      focusableWhenDisabled
      aria-busy={isBusy || undefined}
      className={classNames(
        styles.button,
        variant !== 'secondary' && styles[variant],
        isWide && styles.wide,
        className,
      )}
    >
      {isBusy ? <Spinner /> : icon}
      {children}
    </BaseButton>
  );
}

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'isWide'> {
  /** Its accessible name, shown as a tooltip too. */
  readonly label: string;
  readonly icon: ReactNode;
  /** Keys that do the same, shown in the tooltip: "Ctrl+N". */
  readonly shortcut?: string | undefined;
}

/** A button that is only an icon; quiet unless told otherwise. */
export function IconButton({ label, icon, shortcut, variant = 'quiet', className, ...rest }: IconButtonProps) {
  return (
    <Button
      {...rest}
      variant={variant}
      icon={icon}
      aria-label={label}
      data-tooltip={shortcut === undefined ? label : `${label} (${shortcut})`}
      className={classNames(styles.icon, className)}
    />
  );
}
