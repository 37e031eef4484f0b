import { useState } from 'react';
import type { PostDetails } from '../../shared/contract/index.ts';
import { useClient, useErrorSentence, useT } from '../connection/index.ts';
import { AlertDialog, Button, Notice, useToast } from '../design/index.ts';
import { useTitle } from './use-title.ts';

interface BinBarProps {
  readonly details: PostDetails;
  readonly onDone: () => Promise<void>;
  /** The post is no more. */
  readonly onGone: () => void;
}

/** Over a post that lies in the bin: why it is only read, and the way back. */
export function BinBar({ details, onDone, onGone }: BinBarProps) {
  const t = useT();
  const client = useClient();
  const toast = useToast();
  const sentence = useErrorSentence();
  const title = useTitle()(details.fields.title);
  const [isAsking, setAsking] = useState(false);
  const { post, bin } = details;
  if (bin !== 'inBin' && bin !== 'inBinHere') return null;

  const restore = async (): Promise<void> => {
    try {
      await client.call('bin.restore', { post });
      await onDone();
      toast(t('bin.restored', { title }));
    } catch (error) {
      toast(sentence(error), 'bad');
    }
  };
  const erase = async (): Promise<void> => {
    try {
      await client.call('bin.erase', { post });
      setAsking(false);
      onGone();
      toast(t('bin.erased'));
    } catch (error) {
      toast(sentence(error), 'bad');
    }
  };

  return (
    <>
      <Notice
        isBar
        action={
          <>
            {bin === 'inBinHere' && (
              <Button variant="quiet" onClick={() => setAsking(true)}>
                {t('bin.erase')}
              </Button>
            )}
            <Button onClick={() => void restore()}>{t('bin.restore')}</Button>
          </>
        }
      >
        {t(`bin.${bin}`)}
      </Notice>
      <AlertDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t('bin.erase.title')}
        description={t('bin.erase.text')}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{t('window.cancel')}</Button>
            <Button variant="primary" onClick={() => void erase()}>
              {t('bin.erase')}
            </Button>
          </>
        }
      />
    </>
  );
}
