import { useState } from 'react';
import type { Output } from '../../shared/contract/index.ts';
import { formatDateTime } from '../../shared/vietnamese/index.ts';
import { useClient, useErrorText, useQuery, useT } from '../connection/index.ts';
import { Badge, Button, Notice, Spinner, TextArea, TextField, useToast } from '../design/index.ts';
import { useSession } from '../session/index.ts';
import styles from './board.module.css';
import { NameDeviceForm } from './name-device.tsx';
import { SentForm } from './sent-form.tsx';

type Device = Output<'board.devices'>[number];

/** The computers of the board, newest first; each can be revoked, with a reason. */
export function Devices() {
  const t = useT();
  const { data, error, refetch } = useQuery('board.devices', null);
  const { app } = useSession();
  const [asked, setAsked] = useState<string | null>(null);
  const [named, setNamed] = useState<string | null>(null);
  const sentence = useErrorText(error);
  if (data === null)
    return sentence === null ? (
      <Spinner label={t('window.loading')} />
    ) : (
      <Notice tone="bad" role="alert" action={<Button onClick={refetch}>{t('window.retry')}</Button>}>
        {sentence}
      </Notice>
    );
  return (
    <ul className={styles.cards}>
      {data.map((device) => (
        <li key={device.id} className={styles.card}>
          <div className={styles.fields}>
            <p className={styles.strong}>
              {device.personName} · {device.name}
            </p>
            <p className={styles.quiet}>
              {t('people.device.since', { time: formatDateTime(device.registeredAt) })}
              {device.startedFrom !== null && ` · ${t('people.device.line')}`}
            </p>
            {device.revokedAt !== null ? (
              <p>
                <Badge tone="bad">{t('people.device.revoked', { time: formatDateTime(device.revokedAt) })}</Badge>
              </p>
            ) : asked === device.id ? (
              <RevokeForm
                device={device}
                onCancel={() => setAsked(null)}
                onDone={() => {
                  setAsked(null);
                  refetch();
                }}
              />
            ) : named === device.id ? (
              <NameDeviceForm
                device={device}
                onCancel={() => setNamed(null)}
                onDone={() => {
                  setNamed(null);
                  refetch();
                }}
              />
            ) : (
              <div className={styles.actions}>
                {device.person === app.me?.id && (
                  <Button
                    aria-label={t('people.nameDeviceOf', { device: device.name })}
                    onClick={() => setNamed(device.id)}
                  >
                    {t('people.nameDevice')}
                  </Button>
                )}
                <Button
                  variant="danger"
                  aria-label={t('people.revokeOf', { name: device.personName, device: device.name })}
                  onClick={() => setAsked(device.id)}
                >
                  {t('people.revoke')}
                </Button>
              </div>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

interface RevokeFormProps {
  readonly device: Device;
  readonly onCancel: () => void;
  readonly onDone: () => void;
}

function RevokeForm({ device, onCancel, onDone }: RevokeFormProps) {
  const t = useT();
  const client = useClient();
  const toast = useToast();
  const [reason, setReason] = useState('');
  const [since, setSince] = useState('');

  const revoke = async (): Promise<void> => {
    const from = since === '' ? null : new Date(`${since}:00.000+07:00`).toISOString();
    const { flagged } = await client.call('board.revoke', { device: device.id, since: from, reason });
    toast(t('people.revoked', { flagged }));
    onDone();
  };

  return (
    <SentForm
      action={t('people.revoke')}
      isReady={reason.trim() !== ''}
      onSend={revoke}
      onCancel={onCancel}
      variant="danger"
    >
      {(isTried) => (
        <>
          <p>{t('people.revoke.text')}</p>
          <TextArea
            label={t('window.return.reason')}
            value={reason}
            onChange={setReason}
            maxLength={500}
            error={isTried && reason.trim() === '' ? t('error.reason_needed') : undefined}
          />
          <TextField
            label={t('people.revoke.since')}
            hint={t('people.revoke.sinceHint')}
            type="datetime-local"
            value={since}
            onChange={setSince}
          />
        </>
      )}
    </SentForm>
  );
}
