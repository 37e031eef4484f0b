import { useState } from 'react';
import { useT } from '../connection/index.ts';
import { Button, Notice } from '../design/index.ts';
import { useSession } from '../session/index.ts';
import { PinDialog, SignInDialog } from '../sign-in/index.ts';

/** An ended sign-in stops syncing, never editing: this line says so, and offers to sign in again. */
export function SignedOutBar() {
  const t = useT();
  const { app, refresh } = useSession();
  const [shown, setShown] = useState<'sign-in' | 'pin' | null>(null);
  const done = (): void => {
    setShown(null);
    refresh();
  };
  return (
    <>
      {!app.isSignedIn && (
        <Notice
          tone="warn"
          role="status"
          isBar
          action={<Button onClick={() => setShown('sign-in')}>{t('window.signIn.title')}</Button>}
        >
          {t('error.signed_out')}
        </Notice>
      )}
      <SignInDialog
        isOpen={shown === 'sign-in'}
        onClose={() => setShown(null)}
        address={app.portalAddress}
        onSignedIn={(needsPin) => (needsPin ? setShown('pin') : done())}
      />
      <PinDialog isOpen={shown === 'pin'} onClose={done} onDone={done} />
    </>
  );
}
