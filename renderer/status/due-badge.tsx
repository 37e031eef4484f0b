import { formatDate } from '../../shared/vietnamese/index.ts';
import { useT } from '../connection/index.ts';
import { Badge } from '../design/index.ts';

/** The last day of a term, in words that say how near it is. */
export function DueBadge({ due, daysLeft }: { readonly due: string | null; readonly daysLeft: number | null }) {
  const t = useT();
  if (due === null || daysLeft === null) return null;
  const date = formatDate(`${due}T00:00:00.000Z`);
  if (daysLeft < 0) return <Badge tone="bad">{t('tasks.due.late', { count: -daysLeft, date })}</Badge>;
  if (daysLeft === 0) return <Badge tone="warn">{t('tasks.due.today')}</Badge>;
  return <Badge>{t('tasks.due.left', { count: daysLeft, date })}</Badge>;
}
