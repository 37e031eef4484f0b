import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import type { Tone } from './badge.tsx';
import { classNames } from './class-names.ts';
import styles from './notice.module.css';

interface NoticeProps {
  readonly tone?: Tone;
  readonly title?: string | undefined;
  readonly children?: ReactNode;
  /** A button or two at the end. */
  readonly action?: ReactNode;
  /** Edge to edge, as a bar under the header. */
  readonly isBar?: boolean;
  /** `alert` interrupts a screen reader; `status` waits for a pause; neither for what was there from the start. */
  readonly role?: 'alert' | 'status';
  readonly ref?: Ref<HTMLDivElement>;
}

const ICONS = { neutral: Info, info: Info, good: CircleCheck, warn: TriangleAlert, bad: CircleAlert } as const;

/** A sentence that stays in place until its cause is gone. Focusable by script, for errors of a form. */
export function Notice({ tone = 'info', title, children, action, isBar = false, role, ref }: NoticeProps) {
  const Icon = ICONS[tone];
  return (
    <div
      ref={ref}
      role={role}
      tabIndex={-1}
      className={classNames(styles.notice, tone !== 'info' && styles[tone], isBar && styles.bar)}
    >
      <Icon size={18} aria-hidden="true" />
      <div className={styles.text}>
        {title !== undefined && <p className={styles.title}>{title}</p>}
        {children}
      </div>
      {action}
    </div>
  );
}
