import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Output } from '../../shared/contract/index.ts';
import { useClient, useErrorText, useT } from '../connection/index.ts';
import { AlertDialog, Button, Notice } from '../design/index.ts';

interface ResetPasswordProps {
  readonly person: string;
  readonly name: string;
}

/** Gives a member who cannot sign in a one-time password, told this once. */
export function ResetPassword({ person, name }: ResetPasswordProps) {
  const t = useT();
  const client = useClient();
  const [isAsked, setAsked] = useState(false);
  const [made, setMade] = useState<Output<'board.resetPassword'> | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const sentence = useErrorText(error);
  const told = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  // Each takes the other's place: the keyboard must not be left on what is gone.
  const toWhatStands = (): void => (told.current ?? opener.current)?.focus();
  const reset = async (): Promise<void> => {
    setError(null);
    setBusy(true);
    try {
      setMade(await client.call('board.resetPassword', { person }));
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
      setAsked(false);
    }
  };
  const noted = (): void => {
    flushSync(() => setMade(null));
    toWhatStands();
  };
  return (
    <>
      {sentence !== null && (
        <Notice tone="bad" role="alert">
          {sentence}
        </Notice>
      )}
      {made === null ? (
        <Button ref={opener} aria-label={t('people.resetOf', { name })} onClick={() => setAsked(true)}>
          {t('people.reset')}
        </Button>
      ) : (
        <Notice ref={told} tone="info" role="alert" action={<Button onClick={noted}>{t('people.add.noted')}</Button>}>
          {t('people.reset.done', { account: made.account, name })} <strong>{made.password}</strong>.{' '}
          {t('people.reset.once')}
        </Notice>
      )}
      <AlertDialog
        isOpen={isAsked}
        onClose={() => !isBusy && setAsked(false)}
        onClosed={toWhatStands}
        title={t('people.resetOf', { name })}
        description={t('people.reset.text')}
        footer={
          <>
            <Button disabled={isBusy} onClick={() => setAsked(false)}>
              {t('window.cancel')}
            </Button>
            <Button variant="primary" isBusy={isBusy} onClick={() => void reset()}>
              {t('people.reset.do')}
            </Button>
          </>
        }
      />
    </>
  );
}
