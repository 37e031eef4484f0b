import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { type AddedMember, addMemberRequestSchema } from '../../shared/sync/index.ts';
import { ROLES, type Role } from '../../shared/workflow/index.ts';
import { useClient, useT } from '../connection/index.ts';
import { Button, Notice, TextField } from '../design/index.ts';
import styles from './board.module.css';
import { SentForm } from './sent-form.tsx';

/** Makes an account for somebody new, and tells its first password this once. */
export function NewMember({ onAdded }: { readonly onAdded: () => void }) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const [added, setAdded] = useState<(AddedMember & { readonly name: string }) | null>(null);
  if (added !== null)
    return (
      <Notice tone="info" role="alert" action={<Button onClick={() => setAdded(null)}>{t('people.add.noted')}</Button>}>
        {t('people.add.done', { account: added.account, name: added.name })} <strong>{added.password}</strong>.{' '}
        {t('people.add.once')}
      </Notice>
    );
  if (!isOpen)
    return (
      <div className={styles.actions}>
        <Button icon={<UserPlus size={16} aria-hidden="true" />} onClick={() => setOpen(true)}>
          {t('people.add')}
        </Button>
      </div>
    );
  return (
    <NewMemberForm
      onCancel={() => setOpen(false)}
      onAdded={(account) => {
        setOpen(false);
        setAdded(account);
        onAdded();
      }}
    />
  );
}

interface NewMemberFormProps {
  readonly onCancel: () => void;
  readonly onAdded: (added: AddedMember & { readonly name: string }) => void;
}

function NewMemberForm({ onCancel, onAdded }: NewMemberFormProps) {
  const t = useT();
  const client = useClient();
  const [name, setName] = useState('');
  const [title, setTitle] = useState('');
  const [account, setAccount] = useState('');
  const [roles, setRoles] = useState<readonly Role[]>(['author']);
  const isAccountRight = addMemberRequestSchema.shape.account.safeParse(account).success;

  const add = async (): Promise<void> => {
    onAdded({ ...(await client.call('board.addMember', { name, title, account, roles: [...roles] })), name });
  };

  return (
    <SentForm
      action={t('people.add.do')}
      isReady={name.trim() !== '' && isAccountRight}
      onSend={add}
      onCancel={onCancel}
      label={t('people.add.title')}
    >
      {(isTried) => (
        <>
          <p className={styles.strong}>{t('people.add.title')}</p>
          <div className={styles.pair}>
            <TextField
              label={t('people.add.name')}
              value={name}
              onChange={setName}
              maxLength={200}
              error={isTried && name.trim() === '' ? t('people.add.needed') : undefined}
            />
            <TextField label={t('people.add.jobTitle')} value={title} onChange={setTitle} maxLength={200} />
            <TextField
              label={t('people.add.account')}
              hint={t('people.add.accountHint')}
              value={account}
              onChange={setAccount}
              maxLength={60}
              error={isTried && !isAccountRight ? t('people.add.accountWrong') : undefined}
            />
          </div>
          <fieldset className={styles.fields}>
            <legend>{t('people.roles')}</legend>
            <div className={styles.row}>
              {ROLES.map((role) => (
                <label key={role} className={styles.check}>
                  <input
                    type="checkbox"
                    checked={roles.includes(role)}
                    onChange={() =>
                      setRoles(roles.includes(role) ? roles.filter((one) => one !== role) : [...roles, role])
                    }
                  />
                  <span>{t(`window.role.${role}`)}</span>
                </label>
              ))}
            </div>
          </fieldset>
        </>
      )}
    </SentForm>
  );
}
