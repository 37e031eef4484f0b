import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { type ReactNode, useCallback } from 'react';
import { IconButton } from './button.tsx';
import styles from './toast.module.css';

/** Holds the short messages at the foot of the window. `closeLabel` names the button that takes one away. */
export function ToastProvider({ closeLabel, children }: { readonly closeLabel: string; readonly children: ReactNode }) {
  return (
    <Toast.Provider limit={3}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className={styles.viewport}>
          <ToastList closeLabel={closeLabel} />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

/** A passing message takes no focus and asks nothing, whatever the primitive calls it. */
const NOT_A_DIALOG = { role: 'group', 'aria-modal': undefined } as const;

function ToastList({ closeLabel }: { readonly closeLabel: string }) {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} {...NOT_A_DIALOG} className={styles.toast}>
      <Toast.Content className={styles.content}>
        <Toast.Title className={styles.title} render={<p />} />
        {toast.actionProps !== undefined && <Toast.Action className={styles.action} />}
        <Toast.Close
          aria-hidden={undefined}
          render={<IconButton label={closeLabel} icon={<X size={16} aria-hidden="true" />} />}
        />
      </Toast.Content>
    </Toast.Root>
  ));
}

/** What may still be done about the thing that was said. */
export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

/**
 * Returns the function that says something in passing: that a thing was done, or could not be done. Bad news stays
 * twice as long and is announced at once; what can be undone stays as long.
 */
export function useToast(): (text: string, tone?: 'good' | 'bad', action?: ToastAction) => void {
  const { add, close } = Toast.useToastManager();
  return useCallback(
    (text, tone = 'good', action) => {
      const run = (): void => {
        close(id);
        action?.run();
      };
      const id = add({
        title: text,
        type: tone,
        priority: tone === 'bad' ? 'high' : 'low',
        timeout: tone === 'bad' || action !== undefined ? 12_000 : 6_000,
        ...(action === undefined ? {} : { actionProps: { children: action.label, onClick: run } }),
      });
    },
    [add, close],
  );
}
