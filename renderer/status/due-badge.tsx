import { formatDate } from '../../shared/vietnamese/index.ts';
import { useT } from '../connection/index.ts';
import { Badge } from '../design/index.ts';

/** How near the end of a term is, and its last day: two short pieces, so that a narrow pane breaks between them only. */
export function DueBadge({ due, daysLeft }: { readonly due: string | null; readonly daysLeft: number | null }) {
  const t = useT();
  if (due === null || daysLeft === null) return null;
  if (daysLeft === 0) return <Badge tone="warn">{t('tasks.due.today')}</Badge>;
  return (
    <>
      {daysLeft < 0 ? (
        <Badge tone="bad">{t('tasks.due.late', { count: -daysLeft })}</Badge>
      ) : (
        <Badge>{t('tasks.due.left', { count: daysLeft })}</Badge>
      )}{' '}
      <Badge isPlain>{t('tasks.due.on', { date: formatDate(`${due}T00:00:00.000Z`) })}</Badge>
    </>
  );
}
