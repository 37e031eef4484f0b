import { type SubmitEvent, useState } from 'react';
import type { Input, Output } from '../../shared/contract/index.ts';
import { formatNumber } from '../../shared/vietnamese/index.ts';
import { useClient, useErrorText, useEvent, useQuery, useT } from '../connection/index.ts';
import { Button, Dialog, Notice, Spinner } from '../design/index.ts';
import { PassphraseFields, usePassphrase } from '../move/index.ts';
import styles from './bundle.module.css';
import { Progress } from './progress.tsx';
import { sizeText } from './size-text.ts';

type Days = Input<'bundle.measure'>['days'];
const CHOICES: readonly Days[] = [null, 7, 30, 0];

/** Saves a file to carry: what goes into it, how large it will be, then where it is. */
export function MakeDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const client = useClient();
  const waiting = useQuery('bundle.measure', { days: null });
  const [chosen, setChosen] = useState<Days | 'unchosen'>('unchosen');
  // Where nothing waits, a file can only bring what the portal has decided.
  const suggested = waiting.data !== null && waiting.data.waiting === 0 ? 30 : null;
  const days = chosen === 'unchosen' ? suggested : chosen;
  const more = useQuery('bundle.measure', days === null ? 'skip' : { days });
  const { data: size } = days === null ? waiting : more;
  const [withPictures, setWithPictures] = useState(true);
  const [isLocked, setLocked] = useState(false);
  const passphrase = usePassphrase(isLocked);
  const [isMaking, setMaking] = useState(false);
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const [made, setMade] = useState<Output<'bundle.make'> | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEvent('bundle.progress', setProgress);
  const sentence = useErrorText(error ?? waiting.error ?? more.error);
  const cancel = (): void => void client.call('bundle.cancel', null);
  const close = (): void => {
    if (isMaking) cancel();
    onClose();
  };
  const make = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!passphrase.attempt()) return;
    setMaking(true);
    setError(null);
    setProgress(null);
    try {
      setMade(await client.call('bundle.make', { days, withPictures, passphrase: isLocked ? passphrase.text : null }));
    } catch (failure) {
      setError(failure);
    } finally {
      setMaking(false);
    }
  };

  const isEmpty = size !== null && size.posts === 0 && size.mutations === 0;
  const canMake = size?.isCertified === true && !isEmpty;
  return (
    <Dialog
      isOpen
      onClose={close}
      title={t('bundle.makeTitle')}
      footer={
        <>
          <Button onClick={isMaking ? cancel : close}>{made === null ? t('window.cancel') : t('window.close')}</Button>
          {made === null && (
            <Button variant="primary" type="submit" form="bundle-form" isBusy={isMaking} disabled={!canMake}>
              {t('bundle.make')}
            </Button>
          )}
        </>
      }
    >
      <form id="bundle-form" data-help="mang-bai-bang-usb" className={styles.form} onSubmit={make} noValidate>
        {sentence !== null && (
          <Notice tone="bad" role="alert">
            {sentence}
          </Notice>
        )}
        {made === null && !isMaking && (
          <>
            <p>{t('bundle.makeText')}</p>
            {size?.isCertified === false && <Notice tone="warn">{t('bundle.notCertified')}</Notice>}
            <fieldset className={styles.choice}>
              <legend>{t('bundle.which')}</legend>
              {CHOICES.map((choice) => (
                <label key={String(choice)} className={styles.line}>
                  <input type="radio" name="bundle-days" checked={days === choice} onChange={() => setChosen(choice)} />
                  {choiceText(t, choice)}
                </label>
              ))}
              <p className={styles.quiet}>{t('bundle.whichHint')}</p>
            </fieldset>
            <fieldset className={styles.choice}>
              {size !== null && size.pictures === 0 && <p className={styles.quiet}>{t('bundle.noPictures')}</p>}
              {size !== null && size.pictures > 0 && (
                <>
                  <label className={styles.line}>
                    <input type="checkbox" checked={withPictures} onChange={() => setWithPictures(!withPictures)} />
                    {t('bundle.withPictures', {
                      pictures: formatNumber(size.pictures),
                      size: sizeText(size.pictureBytes),
                    })}
                  </label>
                  <p className={styles.quiet}>{t('bundle.picturesHint')}</p>
                </>
              )}
              <label className={styles.line}>
                <input type="checkbox" checked={isLocked} onChange={() => setLocked(!isLocked)} />
                {t('bundle.withPassphrase')}
              </label>
            </fieldset>
            {isLocked && <PassphraseFields passphrase={passphrase} />}
            <div role="status">
              {size === null && sentence === null && <Spinner label={t('bundle.progress')} />}
              {isEmpty && <p>{t('bundle.nothing')}</p>}
              {size !== null && !isEmpty && (
                <p>
                  {t('bundle.size', {
                    posts: formatNumber(size.posts),
                    mutations: formatNumber(size.mutations),
                    size: sizeText(size.bytes + (withPictures ? size.pictureBytes : 0)),
                  })}
                </p>
              )}
            </div>
            <p className={styles.quiet}>{t('bundle.drafts')}</p>
          </>
        )}
        {isMaking && <Progress done={progress?.done ?? 0} total={progress?.total ?? 0} words="bundle.making" />}
        {made !== null && (
          <>
            <Notice tone="good" role="status">
              {t('bundle.made', { path: made.savedAt, size: sizeText(made.bytes) })}
            </Notice>
            <p>{t('bundle.next')}</p>
          </>
        )}
      </form>
    </Dialog>
  );
}

function choiceText(t: ReturnType<typeof useT>, days: Days): string {
  if (days === null) return t('bundle.which.waiting');
  return days === 0 ? t('bundle.which.all') : t('bundle.which.days', { days });
}
