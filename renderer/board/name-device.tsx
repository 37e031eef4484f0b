import { useState } from 'react';
import { useClient, useErrorText, useQuery, useT } from '../connection/index.ts';
import { Dialog, Notice, Spinner, TextField, useToast } from '../design/index.ts';
import { SentForm } from './sent-form.tsx';

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

  const rename = async (): Promise<void> => {
    await client.call('board.nameDevice', { device: device.id, name });
    toast(t('people.nameDevice.done'));
    onDone();
  };

  return (
    <SentForm action={t('people.nameDevice')} isReady={name.trim() !== ''} onSend={rename} onCancel={onCancel}>
      {(isTried) => (
        <TextField
          label={t('people.nameDevice.name')}
          hint={t('people.nameDevice.text')}
          value={name}
          onChange={setName}
          maxLength={100}
          error={isTried && name.trim() === '' ? t('people.nameDevice.needed') : undefined}
        />
      )}
    </SentForm>
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
