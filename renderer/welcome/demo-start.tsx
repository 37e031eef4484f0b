import { useState } from 'react';
import { useClient, useErrorText, useEvent, useT } from '../connection/index.ts';
import { Button, Notice } from '../design/index.ts';
import { useSession } from '../session/index.ts';
import styles from './welcome.module.css';

/** The first way in: a sample school with its own portal, on this computer alone. */
export function DemoStart({ onStarted }: { readonly onStarted: () => void }) {
  const t = useT();
  const client = useClient();
  const { app } = useSession();
  const [isBusy, setBusy] = useState(false);
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const sentence = useErrorText(error);
  useEvent('demo.progress', setProgress);

  const start = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await client.call('demo.start', null);
      onStarted();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  return (
    <section className={styles.way} aria-labelledby="way-demo">
      <h2 id="way-demo">{t('window.welcome.demo')}</h2>
      <p>{t('window.welcome.demoText')}</p>
      {sentence !== null && (
        <Notice tone="bad" role="alert">
          {sentence}
        </Notice>
      )}
      <div role="status" className={styles.status}>
        {isBusy && (
          <>
            <p>
              {progress === null || progress.total === 0
                ? t('window.welcome.demoBusy')
                : t('window.welcome.demoProgress', progress)}
            </p>
            {progress !== null && progress.total > 0 && (
              <progress
                className={styles.progress}
                value={progress.done}
                max={progress.total}
                aria-label={t('window.welcome.demoBusy')}
              />
            )}
          </>
        )}
      </div>
      {app.isDemoAvailable ? (
        <Button variant="primary" isWide isBusy={isBusy} onClick={start}>
          {t('window.welcome.demoStart')}
        </Button>
      ) : (
        <Notice tone="neutral">{t('window.welcome.demoMissing')}</Notice>
      )}
    </section>
  );
}
