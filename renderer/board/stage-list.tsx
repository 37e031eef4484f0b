import { Plus, Trash2 } from 'lucide-react';
import type { RegulationText } from '../../shared/workflow/index.ts';
import { useT } from '../connection/index.ts';
import { Button, IconButton, Notice, TextField } from '../design/index.ts';
import styles from './board.module.css';
import { DaysField } from './days-field.tsx';
import { addStage, changeStage, removeStage, type Stage } from './text-changes.ts';

const MOST_STAGES = 3;
const STAGE_ROLES = ['reviewer', 'approver', 'head'] as const;

export interface TextPartProps {
  readonly text: RegulationText;
  readonly onChange: (text: RegulationText) => void;
  readonly isTried: boolean;
}

/** The review stages before the decision, one to three, in their order. */
export function StageList({ text, onChange, isTried }: TextPartProps) {
  const t = useT();
  return (
    <section aria-labelledby="rules-stages">
      <h3 id="rules-stages">{t('rules.stages')}</h3>
      <p className={styles.quiet}>{t('rules.stages.text')}</p>
      <ol className={styles.cards}>
        {text.stages.map((stage, index) => (
          <li key={stage.id} className={styles.card}>
            <StageFields
              stage={stage}
              number={index + 1}
              isTried={isTried}
              onChange={(change) => onChange(changeStage(text, stage.id, change))}
            />
            {text.stages.length > 1 && (
              <IconButton
                label={t('rules.stage.remove', { number: index + 1 })}
                icon={<Trash2 size={16} aria-hidden="true" />}
                onClick={() => onChange(removeStage(text, stage.id))}
              />
            )}
          </li>
        ))}
      </ol>
      {text.stages.length < MOST_STAGES && (
        <Button icon={<Plus size={16} aria-hidden="true" />} onClick={() => onChange(addStage(text))}>
          {t('rules.stage.add')}
        </Button>
      )}
    </section>
  );
}

interface StageFieldsProps {
  readonly stage: Stage;
  readonly number: number;
  readonly isTried: boolean;
  readonly onChange: (change: Partial<Stage>) => void;
}

function StageFields({ stage, number, isTried, onChange }: StageFieldsProps) {
  const t = useT();
  const isRoleless = isTried && stage.roles.length === 0;
  const toggle = (role: (typeof STAGE_ROLES)[number]): void => {
    const others = stage.roles.filter((one) => one !== role);
    onChange({ roles: others.length === stage.roles.length ? [...others, role] : others });
  };
  return (
    <fieldset className={styles.fields}>
      <legend>{t('rules.stage.number', { number })}</legend>
      <div className={styles.pair}>
        <TextField
          label={t('rules.stage.name')}
          value={stage.name}
          onChange={(name) => onChange({ name })}
          maxLength={100}
          error={isTried && stage.name.trim() === '' ? t('rules.needed') : undefined}
        />
        <DaysField
          label={t('rules.stage.days')}
          value={stage.days}
          onChange={(days) => onChange({ days })}
          isTried={isTried}
        />
      </div>
      <div className={styles.row}>
        <span>{t('rules.stage.roles')}</span>
        {STAGE_ROLES.map((role) => (
          <label key={role} className={styles.check}>
            <input
              type="checkbox"
              checked={stage.roles.includes(role)}
              onChange={() => toggle(role)}
              aria-invalid={isRoleless}
            />
            <span>{t(`window.role.${role}`)}</span>
          </label>
        ))}
      </div>
      {isRoleless && <Notice tone="bad">{t('rules.stage.rolesNeeded')}</Notice>}
    </fieldset>
  );
}
