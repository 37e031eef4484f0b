import { type SubmitEvent, useState } from 'react';
import type { PostDetails } from '../../shared/contract/index.ts';
import { useClient, useErrorText, useT } from '../connection/index.ts';
import { AlertDialog, Button, Notice, Select, TextArea, useToast } from '../design/index.ts';
import styles from './board.module.css';

const TEXT = 'text';

interface EraseDialogProps {
  readonly details: PostDetails;
  readonly onDone: () => Promise<void>;
  readonly onClose: () => void;
}

/** Erases the words of a post or one of its pictures everywhere and for good, with its legal ground. */
export function EraseDialog({ details, onDone, onClose }: EraseDialogProps) {
  const t = useT();
  const client = useClient();
  const toast = useToast();
  const { revision, media } = details;
  const [chosen, setChosen] = useState<string>(revision === null ? (media[0]?.hash ?? TEXT) : TEXT);
  const [isWholePost, setWholePost] = useState(true);
  const [ground, setGround] = useState('');
  const [isSure, setSure] = useState(false);
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const sentence = useErrorText(error);
  const isText = chosen === TEXT;
  const things = [
    ...(revision === null ? [] : [{ value: TEXT, label: t('erase.text') }]),
    ...media.map(({ hash, name }, index) => ({ value: hash, label: t('erase.media', { number: index + 1, name }) })),
  ];

  const erase = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (ground.trim() === '' || !isSure) return;
    setBusy(true);
    setError(null);
    try {
      const what = isText
        ? ({ what: 'revision', hash: revision ?? '', isWholePost } as const)
        : ({ what: 'media', hash: chosen, isWholePost: false } as const);
      const { erased } = await client.call('board.erase', { ...what, ground });
      toast(t('erase.done', { count: erased }));
      await onDone();
      onClose();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  return (
    <AlertDialog
      isOpen
      onClose={onClose}
      title={t('erase.title')}
      description={t('erase.lead')}
      footer={
        <>
          <Button onClick={onClose}>{t('window.cancel')}</Button>
          <Button type="submit" form="erase-form" variant="danger" isBusy={isBusy}>
            {t('erase.do')}
          </Button>
        </>
      }
    >
      <form id="erase-form" data-help="quy-che" className={styles.form} onSubmit={erase} noValidate>
        <Select label={t('erase.what')} value={chosen} onChange={setChosen} items={things} />
        {isText && (
          <label className={styles.check}>
            <input type="checkbox" checked={isWholePost} onChange={() => setWholePost(!isWholePost)} />
            <span>{t('erase.whole')}</span>
          </label>
        )}
        <TextArea
          label={t('erase.ground')}
          hint={t('erase.groundHint')}
          value={ground}
          onChange={setGround}
          maxLength={500}
          error={isTried && ground.trim() === '' ? t('error.reason_needed') : undefined}
        />
        <label className={styles.check}>
          <input type="checkbox" checked={isSure} onChange={() => setSure(!isSure)} aria-invalid={isTried && !isSure} />
          <span>{t('erase.sure')}</span>
        </label>
        {isTried && !isSure && (
          <Notice tone="bad" role="alert">
            {t('erase.notSure')}
          </Notice>
        )}
        {sentence !== null && (
          <Notice tone="bad" role="alert">
            {sentence}
          </Notice>
        )}
      </form>
    </AlertDialog>
  );
}
