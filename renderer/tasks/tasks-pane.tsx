import { useEffect, useRef } from 'react';
import type { Task } from '../../shared/contract/index.ts';
import { useErrorText, usePostsChanged, useQuery, useT } from '../connection/index.ts';
import { Button, EmptyState, Notice, Spinner } from '../design/index.ts';
import { TaskRow } from './task-row.tsx';
import styles from './tasks.module.css';

interface TasksPaneProps {
  readonly onOpen: (post: string) => void;
  readonly hint: string;
  /** Asked for by the person, and the post they left for it; another object each time. */
  readonly cameFrom: { readonly post: string | null } | null;
}

/** *Việc của tôi*: the first thing a person sees, and what is there while no post is open. */
export function TasksPane({ onOpen, hint, cameFrom }: TasksPaneProps) {
  const t = useT();
  const { data, error, refetch } = useQuery('tasks.list', null);
  usePostsChanged(refetch);
  const sentence = useErrorText(error);
  const page = useRef<HTMLDivElement>(null);
  const isRead = data !== null;
  useEffect(() => {
    // Whoever comes back goes on where they were; else with what is first, or hears that nothing waits.
    if (cameFrom === null || !isRead) return;
    const rows = [...(page.current?.querySelectorAll<HTMLElement>('[data-task]') ?? [])];
    const row = rows.find(({ dataset }) => dataset.task === cameFrom.post) ?? rows[0];
    (row ?? page.current?.querySelector('h2'))?.focus();
  }, [cameFrom, isRead]);
  if (data === null)
    return sentence === null ? (
      <Spinner label={t('tasks.loading')} />
    ) : (
      <Notice tone="bad" role="alert" action={<Button onClick={refetch}>{t('window.retry')}</Button>}>
        {sentence}
      </Notice>
    );
  const { tasks, total, year } = data;
  const isLate = ({ daysLeft }: Task): boolean => daysLeft !== null && daysLeft < 0;
  const isOthers = ({ worker, isLookAgain }: Task): boolean => !isLookAgain && worker !== null && !worker.isMe;
  const mine = tasks.filter((task) => !isOthers(task));
  const groups = [
    { key: 'tasks.late', rows: mine.filter(isLate) },
    { key: 'tasks.waiting', rows: mine.filter((task) => !isLate(task)) },
    { key: 'tasks.others', rows: tasks.filter(isOthers) },
  ] as const;
  return (
    <div ref={page} className={styles.page}>
      <div className={styles.head}>
        <h2 tabIndex={-1}>{t('tasks.title')}</h2>
        <p className={styles.year}>
          <label htmlFor="tasks-year">{t('tasks.year', { ...year })}</label>
          <progress id="tasks-year" max={year.target} value={Math.min(year.published, year.target)} />
        </p>
      </div>
      {tasks.length === 0 && <EmptyState title={t('tasks.none')}>{hint}</EmptyState>}
      {groups.map(
        ({ key, rows }) =>
          rows.length > 0 && (
            <section key={key} aria-label={t(key, { count: rows.length })}>
              <h3 className={styles.group}>{t(key, { count: rows.length })}</h3>
              <ul className={styles.rows}>
                {rows.map((task) => (
                  <TaskRow key={task.post} task={task} onOpen={onOpen} />
                ))}
              </ul>
            </section>
          ),
      )}
      {total > tasks.length && <p className={styles.note}>{t('tasks.more', { count: total - tasks.length })}</p>}
      {!data.isCalendarKnown && <p className={styles.note}>{t('tasks.calendar')}</p>}
    </div>
  );
}
