import styles from './spinner.module.css';

/** A turning ring. With a label it stands alone and is announced; without, it sits in a control that says what it does. */
export function Spinner({ label }: { readonly label?: string }) {
  if (label === undefined) return <span className={styles.spinner} aria-hidden="true" />;
  return (
    <p className={styles.labelled} role="status">
      <span className={styles.spinner} aria-hidden="true" />
      {label}
    </p>
  );
}
