import { useState } from 'react';
import { useClient, useLanguage, useT } from '../connection/index.ts';
import { Button, Notice } from '../design/index.ts';
import { HelpMenu } from '../help/index.ts';
import { MoveForm } from '../move/index.ts';
import { useSession } from '../session/index.ts';
import { ConnectForm, PinForm } from '../sign-in/index.ts';
import { DemoStart } from './demo-start.tsx';
import styles from './welcome.module.css';

type Step = 'choose' | 'connect' | 'pin' | 'move';

interface WelcomeProps {
  /** Told when a sign-in begins and when it is through or given up. */
  readonly onSigningIn: (isSigningIn: boolean) => void;
}

/** The first screen on a fresh data folder: three ways in. It gives way once there is a unit to work in. */
export function Welcome({ onSigningIn }: WelcomeProps) {
  const t = useT();
  const { app, refresh } = useSession();
  const [step, setStep] = useState<Step>('choose');
  const go = (next: Step): void => {
    setStep(next);
    onSigningIn(next !== 'choose');
  };
  const enter = (): void => {
    onSigningIn(false);
    refresh();
  };

  return (
    <main className={styles.page} data-help="bat-dau">
      <div className={styles.column}>
        <header className={styles.head}>
          <h1>{t('app.name')}</h1>
          <p>{t('window.welcome.lead')}</p>
        </header>
        {app.arrivedBundle !== null && (
          <Notice role="status">{t('bundle.connectFirst', { name: app.arrivedBundle })}</Notice>
        )}
        {step === 'choose' && (
          <div className={styles.ways}>
            <DemoStart onStarted={refresh} />
            <section className={styles.way} aria-labelledby="way-connect">
              <h2 id="way-connect">{t('window.welcome.connect')}</h2>
              <p>{t('window.welcome.connectText')}</p>
              <Button isWide onClick={() => go('connect')}>
                {t('window.welcome.connectStart')}
              </Button>
            </section>
            <section className={styles.way} aria-labelledby="way-move">
              <h2 id="way-move">{t('move.openTitle')}</h2>
              <p>{t('move.openText')}</p>
              <Button isWide onClick={() => go('move')}>
                {t('move.openStart')}
              </Button>
            </section>
          </div>
        )}
        {step === 'move' && (
          <section className={styles.way} aria-labelledby="step-move">
            <h2 id="step-move">{t('move.openTitle')}</h2>
            <MoveForm onOpened={enter} secondary={<Button onClick={() => go('choose')}>{t('window.back')}</Button>} />
          </section>
        )}
        {step === 'connect' && (
          <section className={styles.way} aria-labelledby="step-connect">
            <h2 id="step-connect">{t('window.welcome.connect')}</h2>
            <ConnectForm
              onSignedIn={(needsPin) => (needsPin ? go('pin') : enter())}
              secondary={<Button onClick={() => go('choose')}>{t('window.back')}</Button>}
            />
          </section>
        )}
        {step === 'pin' && (
          <section className={styles.way} aria-labelledby="step-pin">
            <h2 id="step-pin">{t('window.pin.title')}</h2>
            <PinForm onDone={enter} secondary={<Button onClick={enter}>{t('window.pin.later')}</Button>} />
          </section>
        )}
        <div className={styles.foot}>
          <LanguageSwitch />
          <HelpMenu isNamed />
        </div>
      </div>
    </main>
  );
}

function LanguageSwitch() {
  const t = useT();
  const client = useClient();
  const language = useLanguage();
  const { refresh } = useSession();
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <Button
      variant="quiet"
      lang={other}
      onClick={() => client.call('app.setLanguage', { language: other }).then(refresh)}
    >
      {t(`window.language.${other}`)}
    </Button>
  );
}
