import type { SyncStatus } from '../../shared/contract/index.ts';
import { formatNumber } from '../../shared/vietnamese/index.ts';
import { useT } from '../connection/index.ts';
import { Notice } from '../design/index.ts';
import styles from './header.module.css';

/** How far a new computer has come in receiving its unit's posts, and how long it will still take at this rate. */
export function Receiving({ receiving }: { readonly receiving: NonNullable<SyncStatus['receiving']> }) {
  const t = useT();
  const { doneBytes, totalBytes, secondsLeft } = receiving;
  const left = (): string => {
    if (secondsLeft === null) return t('receiving.unknown');
    if (secondsLeft < 90) return t('receiving.seconds', { count: secondsLeft });
    return t('receiving.minutes', { count: Math.ceil(secondsLeft / 60) });
  };
  return (
    <>
      <Notice tone="neutral">{t('receiving.text')}</Notice>
      <progress aria-label={t('receiving.label')} value={doneBytes} max={Math.max(1, totalBytes)} />
      <dl className={styles.facts}>
        <dt>{t('receiving.label')}</dt>
        <dd>{t('receiving.bytes', { done: megabytes(doneBytes), total: megabytes(totalBytes) })}</dd>
        <dt>{t('receiving.left')}</dt>
        <dd>{left()}</dd>
      </dl>
    </>
  );
}

function megabytes(bytes: number): string {
  return `${formatNumber(Math.round(bytes / 100_000) / 10)} MB`;
}
