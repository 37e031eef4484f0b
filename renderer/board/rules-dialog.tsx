import { type SubmitEvent, useState } from 'react';
import type { RulesView } from '../../shared/contract/index.ts';
import { dayInVietnam, formatDate } from '../../shared/vietnamese/index.ts';
import { type RegulationText, regulationTextSchema } from '../../shared/workflow/index.ts';
import { useClient, useErrorText, useQuery, useT } from '../connection/index.ts';
import { Button, Dialog, Notice, Select, Spinner, TextField, useToast } from '../design/index.ts';
import styles from './board.module.css';
import { CategoryStages } from './category-stages.tsx';
import { Checklists } from './checklists.tsx';
import { DaysField } from './days-field.tsx';
import { StageList } from './stage-list.tsx';

/** The unit's regulation: everybody reads it, the head and the administrator change it while they are online. */
export function RulesDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const { data, error, refetch } = useQuery('rules.read', null);
  const sentence = useErrorText(error);
  const [shown, setShown] = useState(IN_FORCE);
  const isEditable = data?.mayEdit === true;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="large"
      title={t('rules.title')}
      description={isEditable ? t('rules.lead') : t('rules.leadReader')}
      footer={
        <>
          <Button onClick={onClose}>{t('window.close')}</Button>
          {isEditable && (
            <Button type="submit" form="rules-form" variant="primary">
              {t('rules.save')}
            </Button>
          )}
        </>
      }
    >
      {data === null ? (
        sentence === null ? (
          <Spinner label={t('window.loading')} />
        ) : (
          <Notice tone="bad" role="alert" action={<Button onClick={refetch}>{t('window.retry')}</Button>}>
            {sentence}
          </Notice>
        )
      ) : (
        <>
          {data.coming.length > 0 && <Versions view={data} shown={shown} onShow={setShown} />}
          <RulesForm key={`${data.base} ${shown}`} view={data} shown={shown} onSaved={onClose} onStale={refetch} />
        </>
      )}
    </Dialog>
  );
}

/** Stands for the version in force where one is chosen. */
const IN_FORCE = 'in_force';

/** Which version is read and edited: the one in force, or one that is to come. */
function Versions({
  view,
  shown,
  onShow,
}: {
  readonly view: RulesView;
  readonly shown: string;
  readonly onShow: (version: string) => void;
}) {
  const t = useT();
  const from = (validFrom: string): string => formatDate(`${validFrom}T00:00:00.000Z`);
  const items = [
    { value: IN_FORCE, label: t('rules.shown.inForce') },
    ...view.coming.map(({ version, text }) => ({
      value: version,
      label: t('rules.shown.coming', { date: from(text.validFrom) }),
    })),
  ];
  return (
    <>
      <Notice tone="info">
        {t('rules.coming', { dates: view.coming.map(({ text }) => from(text.validFrom)).join(', ') })}
      </Notice>
      <Select label={t('rules.shown')} value={shown} onChange={onShow} items={items} />
    </>
  );
}

interface RulesFormProps {
  readonly view: RulesView;
  /** The version that is edited: one to come, or {@link IN_FORCE}. */
  readonly shown: string;
  readonly onSaved: () => void;
  readonly onStale: () => void;
}

function RulesForm({ view, shown, onSaved }: RulesFormProps) {
  const t = useT();
  const client = useClient();
  const toast = useToast();
  const today = dayInVietnam(new Date().toISOString());
  const replaced = view.coming.find(({ version }) => version === shown);
  const [text, setText] = useState<RegulationText>(() => {
    const known = replaced?.text ?? view.text;
    return { ...known, validFrom: view.mayEdit && known.validFrom < today ? today : known.validFrom };
  });
  const [isTried, setTried] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const sentence = useErrorText(error);
  const isComplete = regulationTextSchema.safeParse(text).success;

  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (!isComplete) return;
    setError(null);
    try {
      await client.call('rules.set', { base: view.base, text, ...(replaced && { replaces: replaced.version }) });
      toast(t('rules.saved', { date: formatDate(`${text.validFrom}T00:00:00.000Z`) }));
      onSaved();
    } catch (failure) {
      setError(failure);
    }
  };

  return (
    <form id="rules-form" data-help="quy-che" className={styles.form} onSubmit={save} noValidate>
      <fieldset className={styles.whole} disabled={!view.mayEdit}>
        <section aria-labelledby="rules-basis">
          <h3 id="rules-basis">{t('rules.basis')}</h3>
          <div className={styles.pair}>
            <TextField
              label={t('rules.basisField')}
              hint={t('rules.basisHint')}
              value={text.basis}
              onChange={(basis) => setText({ ...text, basis })}
              maxLength={500}
            />
            <TextField
              label={t('rules.validFrom')}
              type="date"
              min={today}
              value={text.validFrom}
              onChange={(validFrom) => setText({ ...text, validFrom })}
              error={isTried && text.validFrom === '' ? t('rules.needed') : undefined}
            />
          </div>
        </section>
        <StageList text={text} onChange={setText} isTried={isTried} />
        {text.stages.length > 1 && <CategoryStages text={text} onChange={setText} />}
        <section aria-labelledby="rules-days">
          <h3 id="rules-days">{t('rules.days')}</h3>
          <div className={styles.pair}>
            {(['decision', 'returned', 'unreviewed'] as const).map((key) => (
              <DaysField
                key={key}
                label={t(`rules.days.${key}`)}
                value={text.days[key]}
                onChange={(days) => setText({ ...text, days: { ...text.days, [key]: days } })}
                isTried={isTried}
              />
            ))}
          </div>
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={text.isUrgentAllowed}
              onChange={() => setText({ ...text, isUrgentAllowed: !text.isUrgentAllowed })}
            />
            <span>{t('rules.urgent')}</span>
          </label>
        </section>
        <Checklists text={text} onChange={setText} isTried={isTried} />
      </fieldset>
      <Granted view={view} />
      {isTried && !isComplete && (
        <Notice tone="bad" role="alert">
          {t('rules.incomplete')}
        </Notice>
      )}
      {sentence !== null && (
        <Notice tone="bad" role="alert">
          {sentence}
        </Notice>
      )}
    </form>
  );
}

/** What the parent unit granted, and every version there was: read, never changed here. */
function Granted({ view }: { readonly view: RulesView }) {
  const t = useT();
  const day = (iso: string): string => formatDate(`${iso}T00:00:00.000Z`);
  return (
    <>
      <section aria-labelledby="rules-exemptions">
        <h3 id="rules-exemptions">{t('rules.exemptions')}</h3>
        {view.exemptions.length === 0 && <p className={styles.quiet}>{t('rules.exemptions.none')}</p>}
        <ul className={styles.plain}>
          {view.exemptions.map((one) => (
            <li key={one.id}>
              {t('rules.exemption', {
                name: one.personName ?? t('rules.anybody'),
                acts: one.transitions.map((name) => t(`action.${name}`)).join(', '),
                from: day(one.from),
                to: day(one.to),
                decision: one.decision,
                grantedBy: one.grantedBy,
              })}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="rules-history">
        <h3 id="rules-history">{t('rules.history')}</h3>
        {view.history.length === 0 && <p className={styles.quiet}>{t('rules.history.none')}</p>}
        <ol className={styles.plain}>
          {view.history.map(({ version, validFrom, basis, setAt, setByName }) => (
            <li key={version}>
              {t(version === view.inForce ? 'rules.version.inForce' : 'rules.version', {
                from: day(validFrom),
                basis: basis === '' ? t('rules.noBasis') : basis,
                name: setByName ?? t('rules.operator'),
                at: formatDate(setAt),
              })}
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
