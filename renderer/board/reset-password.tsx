import { useEffect, useRef, useState } from 'react';
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
  const isNoted = useRef(false);
  // Each takes the other's place: the keyboard must not be left on what is gone.
  useEffect(() => {
    if (made !== null) told.current?.focus();
    else if (isNoted.current) opener.current?.focus();
    isNoted.current = made !== null;
  }, [made]);
  const reset = async (): Promise<void> => {
    setAsked(false);
    setError(null);
    setBusy(true);
    try {
      setMade(await client.call('board.resetPassword', { person }));
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  if (made !== null)
    return (
      <Notice
        ref={told}
        tone="info"
        role="alert"
        action={<Button onClick={() => setMade(null)}>{t('people.add.noted')}</Button>}
      >
        {t('people.reset.done', { account: made.account, name })} <strong>{made.password}</strong>.{' '}
        {t('people.reset.once')}
      </Notice>
    );
  return (
    <>
      {sentence !== null && (
        <Notice tone="bad" role="alert">
          {sentence}
        </Notice>
      )}
      <Button ref={opener} isBusy={isBusy} aria-label={t('people.resetOf', { name })} onClick={() => setAsked(true)}>
        {t('people.reset')}
      </Button>
      <AlertDialog
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        title={t('people.resetOf', { name })}
        description={t('people.reset.text')}
        footer={
          <>
            <Button onClick={() => setAsked(false)}>{t('window.cancel')}</Button>
            <Button variant="primary" onClick={() => void reset()}>
              {t('people.reset.do')}
            </Button>
          </>
        }
      />
    </>
  );
}
