import { AlertDialog as BaseAlertDialog } from '@base-ui/react/alert-dialog';
import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './dialog.module.css';
import { leaveFocusTo } from './leave-focus.ts';

interface DialogProps {
  readonly isOpen: boolean;
  /** Called when the person closes it: Escape, or a click outside (not for {@link AlertDialog}). */
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: string | undefined;
  readonly children?: ReactNode;
  /** Its buttons, the main one last; a form inside may have its own instead. */
  readonly footer?: ReactNode;
  /** `large` fills the window's height, for reading; `panes` too, and what is inside scrolls by itself. */
  readonly size?: 'normal' | 'large' | 'panes';
  /** Takes the focus when it has gone; without it the focus comes back to where it was. */
  readonly onClosed?: (() => void) | undefined;
}

/** A task above the window, which waits behind it. Focus goes in and comes back to where it was. */
export function Dialog({ isOpen, onClose, ...content }: DialogProps) {
  return (
    <BaseDialog.Root open={isOpen} onOpenChange={(next) => !next && onClose()}>
      <Surface {...content} />
    </BaseDialog.Root>
  );
}

/** A question that must be answered: a click outside does not close it. */
export function AlertDialog({ isOpen, onClose, ...content }: DialogProps) {
  return (
    <BaseAlertDialog.Root open={isOpen} onOpenChange={(next) => !next && onClose()}>
      <Surface {...content} />
    </BaseAlertDialog.Root>
  );
}

function Surface({
  title,
  description,
  children,
  footer,
  size = 'normal',
  onClosed,
}: Omit<DialogProps, 'isOpen' | 'onClose'>) {
  return (
    <BaseDialog.Portal>
      <BaseDialog.Backdrop className={styles.backdrop} />
      <BaseDialog.Popup
        data-modal
        className={classNames(styles.popup, size !== 'normal' && styles.large)}
        finalFocus={onClosed && leaveFocusTo(onClosed)}
      >
        <div className={styles.head}>
          <BaseDialog.Title className={styles.title}>{title}</BaseDialog.Title>
          {description !== undefined && (
            <BaseDialog.Description className={styles.description}>{description}</BaseDialog.Description>
          )}
        </div>
        {children !== undefined && (
          // A long text to read is scrolled with the arrow keys, once it has the focus.
          <div
            className={classNames(styles.body, size === 'panes' && styles.panes)}
            {...(size === 'large' ? { tabIndex: 0, role: 'document' } : {})}
          >
            {children}
          </div>
        )}
        {footer !== undefined && <div className={styles.footer}>{footer}</div>}
      </BaseDialog.Popup>
    </BaseDialog.Portal>
  );
}
