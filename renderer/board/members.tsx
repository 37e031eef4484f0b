import { type SubmitEvent, useState } from 'react';
import type { BoardMember } from '../../shared/contract/index.ts';
import { dayInVietnam, formatDate } from '../../shared/vietnamese/index.ts';
import { type Deputy, ROLES, type Role } from '../../shared/workflow/index.ts';
import { useClient, useErrorText, useQuery, useT } from '../connection/index.ts';
import { Button, Notice, Select, Spinner, TextField, useToast } from '../design/index.ts';
import { useSession } from '../session/index.ts';
import styles from './board.module.css';
import { HandOver } from './hand-over.tsx';
import { NewMember } from './new-member.tsx';
import { ResetPassword } from './reset-password.tsx';

/** Everybody of the board, each with the roles held; one at a time is changed. */
export function Members() {
  const t = useT();
  const { data, error, refetch } = useQuery('board.members', null);
  const [edited, setEdited] = useState<string | null>(null);
  const [leaving, setLeaving] = useState<string | null>(null);
  const sentence = useErrorText(error);
  if (data === null)
    return sentence === null ? <Spinner label={t('window.loading')} /> : <Notice tone="bad">{sentence}</Notice>;
  const nameOf = (id: string): string => data.find((one) => one.id === id)?.name ?? '';
  return (
    <div className={styles.fields}>
      <NewMember onAdded={refetch} />
      <ul className={styles.cards}>
        {data.map((member) => (
          <li key={member.id} className={styles.card}>
            {edited === member.id ? (
              <MemberForm
                member={member}
                others={data.filter(({ id }) => id !== member.id)}
                onDone={() => {
                  setEdited(null);
                  refetch();
                }}
              />
            ) : leaving === member.id ? (
              <HandOver
                member={member}
                authors={data.filter(({ id, roles }) => id !== member.id && roles.includes('author'))}
                onDone={() => setLeaving(null)}
              />
            ) : (
              <div className={styles.fields}>
                <p className={styles.strong}>{member.name}</p>
                <p className={styles.quiet}>{member.title}</p>
                <p>
                  {member.roles.length === 0
                    ? t('people.noRole')
                    : member.roles.map((role) => t(`window.role.${role}`)).join(', ')}
                </p>
                {member.deputies.map((deputy) => (
                  <p key={`${deputy.role}-${deputy.from}`}>{deputyWords(t, deputy, nameOf(deputy.for))}</p>
                ))}
                <div className={styles.actions}>
                  <Button aria-label={t('people.editOf', { name: member.name })} onClick={() => setEdited(member.id)}>
                    {t('people.edit')}
                  </Button>
                  <ResetPassword person={member.id} name={member.name} />
                  <Button
                    aria-label={t('people.handOverOf', { name: member.name })}
                    onClick={() => setLeaving(member.id)}
                  >
                    {t('people.handOver')}
                  </Button>
                </div>
              </div>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function deputyWords(t: ReturnType<typeof useT>, { role, from, to }: Deputy, name: string): string {
  const day = (iso: string): string => formatDate(`${iso}T00:00:00.000Z`);
  return t('people.deputy', { role: t(`window.role.${role}`), name, from: day(from), to: day(to) });
}

interface MemberFormProps {
  readonly member: BoardMember;
  readonly others: readonly BoardMember[];
  readonly onDone: () => void;
}

function MemberForm({ member, others, onDone }: MemberFormProps) {
  const t = useT();
  const client = useClient();
  const toast = useToast();
  const { refresh } = useSession();
  const [roles, setRoles] = useState<readonly Role[]>(member.roles);
  const [deputies, setDeputies] = useState<readonly Deputy[]>(member.deputies);
  // As it was when the form was opened: what comes by a sync meanwhile is not what these boxes were changed from.
  const [seen] = useState(() => ({ roles: [...member.roles], deputies: [...member.deputies] }));
  const { id: person } = member;
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const sentence = useErrorText(error);
  const today = dayInVietnam(new Date().toISOString());
  const isWrong = deputies.some(({ from, to }) => from === '' || to === '' || from > to);
  const change = (index: number, part: Partial<Deputy>): void =>
    setDeputies(deputies.map((one, place) => (place === index ? { ...one, ...part } : one)));

  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (isWrong) return;
    setBusy(true);
    setError(null);
    try {
      await client.call('board.setMember', { person, seen, roles: [...roles], deputies: [...deputies] });
      toast(t('people.saved', { name: member.name }));
      refresh();
      onDone();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form className={styles.fields} onSubmit={save} noValidate>
      <p className={styles.strong}>{member.name}</p>
      <fieldset className={styles.fields}>
        <legend>{t('people.roles')}</legend>
        <div className={styles.row}>
          {ROLES.map((role) => (
            <label key={role} className={styles.check}>
              <input
                type="checkbox"
                checked={roles.includes(role)}
                onChange={() => setRoles(roles.includes(role) ? roles.filter((one) => one !== role) : [...roles, role])}
              />
              <span>{t(`window.role.${role}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {deputies.map((deputy, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a deputy has no name of its own, and none is moved
        <fieldset key={index} className={styles.fields}>
          <legend>{t('people.deputies')}</legend>
          <div className={styles.pair}>
            <Select
              label={t('people.deputy.role')}
              value={deputy.role}
              onChange={(role) => change(index, { role })}
              items={ROLES.map((role) => ({ value: role, label: t(`window.role.${role}`) }))}
            />
            <Select
              label={t('people.deputy.for')}
              value={deputy.for}
              onChange={(id) => change(index, { for: id })}
              items={others.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <TextField
              label={t('people.deputy.from')}
              type="date"
              value={deputy.from}
              onChange={(from) => change(index, { from })}
              error={deputy.from === '' ? t('rules.needed') : undefined}
            />
            <TextField
              label={t('people.deputy.to')}
              type="date"
              value={deputy.to}
              onChange={(to) => change(index, { to })}
              error={
                deputy.to === '' ? t('rules.needed') : deputy.from > deputy.to ? t('people.deputy.wrong') : undefined
              }
            />
          </div>
          <Button variant="quiet" onClick={() => setDeputies(deputies.filter((_, place) => place !== index))}>
            {t('people.deputy.remove')}
          </Button>
        </fieldset>
      ))}
      {sentence !== null && (
        <Notice tone="bad" role="alert">
          {sentence}
        </Notice>
      )}
      <div className={styles.actions}>
        {others[0] !== undefined && (
          <Button
            onClick={() =>
              setDeputies([...deputies, { role: 'reviewer', from: today, to: today, for: others[0]?.id ?? '' }])
            }
          >
            {t('people.deputy.add')}
          </Button>
        )}
        <Button onClick={onDone}>{t('window.cancel')}</Button>
        <Button type="submit" variant="primary" isBusy={isBusy}>
          {t('people.save')}
        </Button>
      </div>
    </form>
  );
}
