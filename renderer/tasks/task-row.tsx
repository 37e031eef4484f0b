import type { Task } from '../../shared/contract/index.ts';
import { formatDate } from '../../shared/vietnamese/index.ts';
import { useT } from '../connection/index.ts';
import { Badge } from '../design/index.ts';
import { DueBadge, WorkerBadge } from '../status/index.ts';
import styles from './tasks.module.css';

/** One task: what, whose, until when, and what can be done about it now. */
export function TaskRow({ task, onOpen }: { readonly task: Task; readonly onOpen: (post: string) => void }) {
  const t = useT();
  const actions = task.actions.map((name) => t(`action.${name}`)).join(', ');
  return (
    <li>
      <button type="button" data-task={task.post} className={styles.row} onClick={() => onOpen(task.post)}>
        <span className={styles.title}>{task.title === '' ? t('window.untitled') : task.title}</span>
        <span className={styles.badges}>
          {task.isLookAgain ? (
            <Badge tone="warn">{t('word.look_again')}</Badge>
          ) : (
            <Badge tone="info">{t(`state.${task.state}`)}</Badge>
          )}
          <DueBadge due={task.due} daysLeft={task.daysLeft} />
          <WorkerBadge worker={task.worker} />
        </span>
        <span className={styles.facts}>
          {task.since === null
            ? task.ownerName
            : t('tasks.since', { name: task.ownerName, date: formatDate(task.since) })}
        </span>
        {task.reminder !== null && <span className={styles.facts}>{reminderText(t, task.reminder)}</span>}
        {task.remarks > 0 && <span className={styles.facts}>{t('tasks.remarks', { count: task.remarks })}</span>}
        {actions !== '' && <span className={styles.facts}>{t('tasks.can', { actions })}</span>}
      </button>
    </li>
  );
}

function reminderText(t: ReturnType<typeof useT>, reminder: NonNullable<Task['reminder']>): string {
  return reminder === 'unreviewed' || reminder === 'late' ? t(`tasks.${reminder}Reminder`) : t(`hold.${reminder}`);
}
