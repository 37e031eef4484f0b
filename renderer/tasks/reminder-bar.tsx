import { useEffect, useState } from 'react';
import type { Output } from '../../shared/contract/index.ts';
import type { MessageKey } from '../../shared/i18n/index.ts';
import { useClient, usePostsChanged, useQuery, useT } from '../connection/index.ts';
import { Button, Notice } from '../design/index.ts';

/** Days pass while the program is open. */
const LOOK_EVERY_MS = 15 * 60_000;

/** Nobody is reminded of nothing. */
function sentenceOf({ late, today }: NonNullable<Output<'tasks.reminder'>>): MessageKey {
  if (late === 0) return 'tasks.reminder.onlyToday';
  return today === 0 ? 'tasks.reminder.onlyLate' : 'tasks.reminder';
}

/** Once a day: how many terms are over or end today, while the person is at something else. */
export function ReminderBar({ onTasks }: { readonly onTasks: () => void }) {
  const t = useT();
  const client = useClient();
  const { data, refetch } = useQuery('tasks.reminder', null);
  const [isRead, setRead] = useState(false);
  usePostsChanged(refetch);
  useEffect(() => {
    const timer = setInterval(refetch, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [refetch]);
  useEffect(() => {
    if (data === null) setRead(false);
  }, [data]);
  if (data === null || isRead) return null;
  const read = (): void => {
    setRead(true);
    void client.call('tasks.reminderSeen', null).then(refetch);
  };
  return (
    <Notice
      isBar
      tone={data.late > 0 ? 'warn' : 'info'}
      role="status"
      action={
        <>
          <Button
            onClick={() => {
              read();
              onTasks();
            }}
          >
            {t('tasks.open')}
          </Button>
          <Button variant="quiet" onClick={read}>
            {t('tasks.reminder.read')}
          </Button>
        </>
      }
    >
      {t(sentenceOf(data), { ...data })}
    </Notice>
  );
}
