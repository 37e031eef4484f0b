import { type SubmitEvent, useState } from 'react';
import { useClient, useErrorText, useQuery, useT } from '../connection/index.ts';
import { Button, Dialog, Notice, Spinner, TextField, useToast } from '../design/index.ts';
import styles from './board.module.css';

interface NameDeviceFormProps {
  readonly device: { readonly id: string; readonly name: string };
  readonly onCancel: () => void;
  readonly onDone: () => void;
}

/** Calls a computer of one's own something else. Online. */
export function NameDeviceForm({ device, onCancel, onDone }: NameDeviceFormProps) {
  const t = useT();
  const client = useClient();
  const toast = useToast();
  const [name, setName] = useState(device.name);
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const sentence = useErrorText(error);

  const rename = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '') return;
    setBusy(true);
    setError(null);
    try {
      await client.call('board.nameDevice', { device: device.id, name });
      toast(t('people.nameDevice.done'));
      onDone();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form className={styles.fields} onSubmit={rename} noValidate>
      <TextField
        label={t('people.nameDevice.name')}
        hint={t('people.nameDevice.text')}
        value={name}
        onChange={setName}
        maxLength={100}
        error={isTried && name.trim() === '' ? t('people.nameDevice.needed') : undefined}
      />
      {sentence !== null && (
        <Notice tone="bad" role="alert">
          {sentence}
        </Notice>
      )}
      <div className={styles.actions}>
        <Button onClick={onCancel}>{t('window.cancel')}</Button>
        <Button type="submit" variant="primary" isBusy={isBusy}>
          {t('people.nameDevice')}
        </Button>
      </div>
    </form>
  );
}

/** The same for the computer in front of its person, whatever their role. */
export function NameDeviceDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const { data, error } = useQuery('board.ownDevice', null);
  const sentence = useErrorText(error);
  return (
    <Dialog isOpen onClose={onClose} title={t('people.nameDevice')}>
      {sentence !== null && (
        <Notice tone="bad" role="alert">
          {sentence}
        </Notice>
      )}
      {data === null ? (
        sentence === null && <Spinner label={t('window.loading')} />
      ) : (
        <NameDeviceForm device={data} onCancel={onClose} onDone={onClose} />
      )}
    </Dialog>
  );
}
