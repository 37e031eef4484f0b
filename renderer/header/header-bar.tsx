import { CalendarDays, ListTodo } from 'lucide-react';
import { useT } from '../connection/index.ts';
import { Badge, Button, IconButton } from '../design/index.ts';
import { HelpMenu } from '../help/index.ts';
import { ariaKeys } from '../keyboard/index.ts';
import { useSession } from '../session/index.ts';
import { AccountMenu } from './account-menu.tsx';
import styles from './header.module.css';
import { Inbox } from './inbox.tsx';
import { SyncIndicator } from './sync-indicator.tsx';

interface HeaderBarProps {
  readonly onOpen: (post: string) => void;
  readonly onTasks: () => void;
  /** The editorial calendar. */
  readonly onCalendar: () => void;
  /** The screen *Đồng bộ*. */
  readonly onSync: () => void;
  readonly onSwitch: (key: string) => void;
}

/** The line over everything: whose program this is, whether work has reached the portal, who works. */
export function HeaderBar({ onOpen, onTasks, onCalendar, onSync, onSwitch }: HeaderBarProps) {
  const t = useT();
  const { app } = useSession();
  return (
    <>
      <h1 className={styles.unit}>{app.unit?.name ?? t('app.name')}</h1>
      {app.profile?.kind === 'demo' && <Badge tone="warn">{t('window.demo')}</Badge>}
      <span className={styles.gap} />
      <Button
        variant="quiet"
        icon={<ListTodo size={18} aria-hidden="true" />}
        aria-keyshortcuts={ariaKeys('tasks')}
        onClick={onTasks}
      >
        {t('tasks.open')}
      </Button>
      <IconButton
        label={t('calendar.title')}
        icon={<CalendarDays size={18} aria-hidden="true" />}
        onClick={onCalendar}
      />
      <SyncIndicator onMore={onSync} />
      <Inbox onOpen={onOpen} />
      <HelpMenu />
      <AccountMenu onSwitch={onSwitch} />
    </>
  );
}
