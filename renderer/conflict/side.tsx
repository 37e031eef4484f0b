import type { ReactNode } from 'react';
import { useT } from '../connection/index.ts';
import { Words } from '../history/index.ts';
import styles from './conflict.module.css';
import type { SideWords } from './side-words.ts';

interface SideProps {
  readonly name: string;
  /** Who saved it and when, under the name. */
  readonly by?: string | undefined;
  readonly words: SideWords | null;
  /** What the words are compared with; `null` shows them as they are. */
  readonly before: SideWords | null;
  /** Said where the side has nothing. */
  readonly absent: string;
  readonly place?: string | undefined;
  readonly isTaken?: boolean;
  readonly children?: ReactNode;
}

/** What one side says, with the words it took out and put in marked. */
export function Side({ name, by, words, before, absent, place, isTaken = false }: SideProps) {
  const t = useT();
  const isSame = words !== null && before !== null && words.text === before.text;
  return (
    <div className={styles.side} data-taken={isTaken || undefined}>
      <p className={styles.sideName}>
        {name}
        {by !== undefined && <span className={styles.quiet}> {by}</span>}
      </p>
      {words === null && <p className={styles.quiet}>{absent}</p>}
      {words?.pictures.map(({ source, alt }) => (
        <img key={source} className={styles.picture} src={source} alt={alt} />
      ))}
      {words !== null && words.text !== '' && <Words before={before?.text ?? words.text} after={words.text} />}
      {words !== null && words.text === '' && words.pictures.length === 0 && (
        <p className={styles.quiet}>{t('conflict.empty')}</p>
      )}
      {place !== undefined && <p className={styles.quiet}>{place}</p>}
      {place === undefined && isSame && <p className={styles.quiet}>{t('conflict.unchanged')}</p>}
    </div>
  );
}
