import { compareWords } from '../../shared/content/index.ts';
import styles from './history.module.css';

/** Two texts as one, with the words that went and the words that came marked. */
export function Words({ before, after }: { readonly before: string; readonly after: string }) {
  let place = 0;
  return (
    <p className={styles.words}>
      {compareWords(before, after).map(({ kind, text }) => {
        const key = place;
        place += text.length;
        if (kind === 'removed') return <del key={key}>{text}</del>;
        if (kind === 'added') return <ins key={key}>{text}</ins>;
        return <span key={key}>{text}</span>;
      })}
    </p>
  );
}
