import type { ReactNode } from 'react';
import styles from './badge.module.css';
import { classNames } from './class-names.ts';

export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad';

interface BadgeProps {
  readonly tone?: Tone;
  readonly icon?: ReactNode;
  /** Without a coloured ground: for a second badge beside a first. */
  readonly isPlain?: boolean;
  /** The word itself: colour only repeats it. */
  readonly children: ReactNode;
}

/** A short word about the state of a thing. */
export function Badge({ tone = 'neutral', icon, isPlain = false, children }: BadgeProps) {
  return (
    <span className={classNames(styles.badge, tone !== 'neutral' && styles[tone], isPlain && styles.plain)}>
      {icon}
      {children}
    </span>
  );
}
