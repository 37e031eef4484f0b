import { useState } from 'react';
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
  const [error, setError] = useState<unknown>(null);
  const sentence = useErrorText(error);
  const reset = async (): Promise<void> => {
    setAsked(false);
    setError(null);
    try {
      setMade(await client.call('board.resetPassword', { person }));
    } catch (failure) {
      setError(failure);
    }
  };
  if (made !== null)
    return (
      <Notice tone="info" role="alert" action={<Button onClick={() => setMade(null)}>{t('people.add.noted')}</Button>}>
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
      <Button aria-label={t('people.resetOf', { name })} onClick={() => setAsked(true)}>
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
