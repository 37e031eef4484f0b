import type { Change } from '../clean/index.ts';
import { useT } from '../connection/index.ts';
import styles from './import-preview.module.css';

/** What cleaning changed, with a few places before and after where an old font was read. */
export function ChangeList({ changes }: { readonly changes: readonly Change[] }) {
  const t = useT();
  return (
    <ul className={styles.changes}>
      {changes.map(({ kind, count, samples }) => (
        <li key={kind}>
          {t(`import.change.${kind}`, { count })}
          {kind === 'legacy' && (
            <ul>
              {samples.map((sample) => (
                <li key={sample.before}>{t('import.sample', sample)}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
