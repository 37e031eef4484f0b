import { useT } from '../connection/index.ts';
import { Button, Notice } from '../design/index.ts';
import styles from './intake-news.module.css';

/** Of more, the number. */
const SHOWN = 5;

interface ProblemNoticeProps {
  /** What could not be brought in and why, a sentence each; the same one is said once. */
  readonly sentences: readonly string[];
  readonly onClose: () => void;
}

/** What of many things could not be brought into the post. Nothing where there is nothing to say. */
export function ProblemNotice({ sentences, onClose }: ProblemNoticeProps) {
  const t = useT();
  const said = [...new Set(sentences)];
  if (said.length === 0) return null;
  return (
    <Notice tone="bad" role="alert" action={<Button onClick={onClose}>{t('editor.close')}</Button>}>
      {said.slice(0, SHOWN).map((sentence) => (
        <p key={sentence} className={styles.problem}>
          {sentence}
        </p>
      ))}
      {said.length > SHOWN && (
        <p className={styles.problem}>{t('editor.intake.rest', { count: said.length - SHOWN })}</p>
      )}
    </Notice>
  );
}
