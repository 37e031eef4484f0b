import { CloudAlert, CloudCheck, CloudUpload, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { translateCode } from '../../shared/i18n/index.ts';
import { formatDateTime } from '../../shared/vietnamese/index.ts';
import { useLanguage, useT } from '../connection/index.ts';
import { Button, Notice, Popover, VisuallyHidden } from '../design/index.ts';
import styles from './header.module.css';
import { Receiving } from './receiving.tsx';
import { percentReceived, summariseSync } from './sync-summary.ts';
import { useSyncStatus } from './use-sync-status.ts';

const ICONS = { calm: CloudCheck, waiting: CloudUpload, trouble: CloudAlert } as const;

/** Whether work has reached the portal: a short line always in sight, the rest on a click. */
export function SyncIndicator({ onMore }: { readonly onMore: () => void }) {
  const t = useT();
  const language = useLanguage();
  const { status, syncNow } = useSyncStatus();
  const [isOpen, setOpen] = useState(false);
  if (status === null) return null;

  const { key, tone, count } = summariseSync(status);
  const Icon = ICONS[tone];
  const line = t(key, { count, percent: percentReceived(status) });
  const isSyncing = status.state === 'syncing';
  return (
    <>
      <Popover
        title={t('window.sync.title')}
        isOpen={isOpen}
        onOpenChange={setOpen}
        trigger={
          <Button
            data-help="mat-mang-va-dong-bo"
            variant="quiet"
            icon={<Icon size={18} aria-hidden="true" />}
            className={styles[tone]}
          >
            {line}
          </Button>
        }
      >
        {status.state === 'offline' && <Notice tone="neutral">{t('window.sync.offlineText')}</Notice>}
        {status.problem !== null && status.state !== 'offline' && (
          <Notice tone={tone === 'trouble' ? 'warn' : 'neutral'}>
            {translateCode(language, 'error', status.problem, status.params)}
          </Notice>
        )}
        {status.receiving !== null && <Receiving receiving={status.receiving} />}
        <dl className={styles.facts}>
          <dt>{t('window.sync.pendingLabel')}</dt>
          <dd>{t('window.sync.pendingCount', { count: status.pending })}</dd>
          <dt>{t('window.sync.lastLabel')}</dt>
          <dd>{status.lastGoodAt === null ? t('window.sync.never') : formatDateTime(status.lastGoodAt)}</dd>
        </dl>
        <Button icon={<RefreshCw size={16} aria-hidden="true" />} isBusy={isSyncing} onClick={syncNow}>
          {t('window.sync.now')}
        </Button>
        <Button
          variant="quiet"
          onClick={() => {
            setOpen(false);
            onMore();
          }}
        >
          {t('sync.open')}
        </Button>
      </Popover>
      <VisuallyHidden>
        {/* A running sync comes and goes every minute: only what it came to is announced. */}
        <span role="status">{isSyncing ? '' : line}</span>
      </VisuallyHidden>
    </>
  );
}
