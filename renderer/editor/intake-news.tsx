import { X } from 'lucide-react';
import { useErrorSentence, useT } from '../connection/index.ts';
import { Button, IconButton, Notice, VisuallyHidden } from '../design/index.ts';
import styles from './intake-news.module.css';
import { ProblemNotice } from './problem-notice.tsx';
import type { Intake } from './use-intake.ts';

/** Files on their way that are listed; of more, the number. */
const SHOWN = 5;

/** How far the files are that come into the post, each with a way to give it up, and what could not be. */
export function IntakeNotices({ intake }: { readonly intake: Intake }) {
  const t = useT();
  const sentenceOf = useErrorSentence();
  const { jobs, done, added, problems, narrow } = intake.news;
  const rest = jobs.length - SHOWN;
  return (
    <>
      {jobs.length > 0 && (
        <Notice
          title={t('editor.intake.title', { done: done + 1, count: done + jobs.length })}
          action={<Button onClick={() => intake.cancel()}>{t('editor.intake.stop')}</Button>}
        >
          <ul className={styles.jobs}>
            {jobs.slice(0, SHOWN).map(({ id, name, part }) => (
              <li key={id} className={styles.job}>
                <span className={styles.name}>{name}</span>
                <progress
                  className={styles.progress}
                  aria-label={t('editor.intake.progress', { name })}
                  {...(part === null ? { value: 0 } : { value: part })}
                />
                <IconButton
                  icon={<X size={16} aria-hidden="true" />}
                  label={t('editor.intake.cancel', { name })}
                  onClick={() => intake.cancel(id)}
                />
              </li>
            ))}
          </ul>
          {rest > 0 && <p className={styles.rest}>{t('editor.intake.rest', { count: rest })}</p>}
        </Notice>
      )}
      <div role="status">
        <VisuallyHidden>
          {jobs[0] !== undefined
            ? t('editor.picture.adding', { name: jobs[0].name })
            : added !== null && t('editor.picture.added', { name: added })}
        </VisuallyHidden>
      </div>
      {narrow.length > 0 && (
        <Notice tone="warn" role="status" action={<Button onClick={intake.dismiss}>{t('editor.close')}</Button>}>
          {t('editor.intake.narrow', { names: narrow.map((name) => `“${name}”`).join(', ') })}
        </Notice>
      )}
      <ProblemNotice sentences={problems.map(sentenceOf)} onClose={intake.dismiss} />
    </>
  );
}
