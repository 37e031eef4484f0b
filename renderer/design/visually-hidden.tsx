import type { ReactNode } from 'react';
import styles from './field.module.css';

/** Text for a screen reader only. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className={styles.hidden}>{children}</span>;
}
