import { ArrowUp, Plus, Trash2 } from 'lucide-react';
import type { SitePerson } from '../../shared/site/index.ts';
import { useT } from '../connection/index.ts';
import { Button, IconButton, TextField } from '../design/index.ts';
import { isAddressOrNothing, type PartProps } from './part.ts';
import styles from './site.module.css';

const FIELDS = [
  { name: 'name', most: 200 },
  { name: 'office', most: 200 },
  { name: 'duties', most: 500 },
  { name: 'phone', most: 60 },
  { name: 'email', most: 200 },
] as const satisfies readonly { name: keyof SitePerson; most: number }[];

/** Leaders and staff in the order that readers see; of each only what is written here is public. */
export function PeoplePart({ settings, onChange, isTried }: PartProps) {
  const t = useT();
  const { people } = settings;
  const put = (next: readonly SitePerson[]): void => onChange({ people: [...next] });
  const add = (isLeader: boolean): void =>
    put([...people, { name: '', office: '', duties: '', phone: '', email: '', isLeader, hasAgreed: false }]);
  return (
    <div className={styles.fields}>
      <p>{t('keepSite.people.lead')}</p>
      {people.map((person, index) => {
        const change = (part: Partial<SitePerson>): void =>
          put(people.map((one, place) => (place === index ? { ...one, ...part } : one)));
        const number = index + 1;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a person here has no name of their own but what is typed
          <fieldset key={index} className={styles.card}>
            <legend>{t(person.isLeader ? 'keepSite.people.leader' : 'keepSite.people.staff', { number })}</legend>
            <div className={styles.pair}>
              {FIELDS.map(({ name, most }) => (
                <TextField
                  key={name}
                  label={t(`keepSite.person.${name}`)}
                  value={person[name]}
                  onChange={(words) => change({ [name]: words })}
                  maxLength={most}
                  error={errorOf(t, name, person, isTried)}
                />
              ))}
            </div>
            {!person.isLeader && (
              <>
                <label className={styles.check}>
                  <input
                    type="checkbox"
                    checked={person.hasAgreed}
                    onChange={() => change({ hasAgreed: !person.hasAgreed })}
                    aria-invalid={isTried && !person.hasAgreed}
                  />
                  <span>{t('keepSite.people.agreed')}</span>
                </label>
                {isTried && !person.hasAgreed && <p className={styles.wrong}>{t('keepSite.people.agreedNeeded')}</p>}
              </>
            )}
            <div className={styles.actions}>
              {index > 0 && (
                <IconButton
                  label={t('keepSite.up', { number })}
                  icon={<ArrowUp size={16} aria-hidden="true" />}
                  onClick={() => put(people.toSpliced(index, 1).toSpliced(index - 1, 0, person))}
                />
              )}
              <IconButton
                label={t('keepSite.remove', { number })}
                icon={<Trash2 size={16} aria-hidden="true" />}
                onClick={() => put(people.toSpliced(index, 1))}
              />
            </div>
          </fieldset>
        );
      })}
      <div className={styles.actions}>
        <Button icon={<Plus size={16} aria-hidden="true" />} onClick={() => add(true)}>
          {t('keepSite.people.addLeader')}
        </Button>
        <Button icon={<Plus size={16} aria-hidden="true" />} onClick={() => add(false)}>
          {t('keepSite.people.addStaff')}
        </Button>
      </div>
    </div>
  );
}

function errorOf(
  t: ReturnType<typeof useT>,
  name: (typeof FIELDS)[number]['name'],
  person: SitePerson,
  isTried: boolean,
): string | undefined {
  if (!isTried) return undefined;
  if (name === 'name' && person.name.trim() === '') return t('keepSite.people.nameNeeded');
  return name === 'email' && !isAddressOrNothing(person.email) ? t('keepSite.wrongEmail') : undefined;
}
