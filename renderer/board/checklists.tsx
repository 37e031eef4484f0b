import { Plus, Trash2 } from 'lucide-react';
import { CHECK_LEVELS, CHECKED_TRANSITIONS } from '../../shared/workflow/index.ts';
import { useT } from '../connection/index.ts';
import { Button, IconButton, Select, TextField } from '../design/index.ts';
import styles from './board.module.css';
import type { TextPartProps } from './stage-list.tsx';
import { type Check, type CheckedTransition, checksOf, newCheck, withChecks } from './text-changes.ts';

const MOST_CHECKS = 30;

/** The checklists before each step. */
export function Checklists(props: TextPartProps) {
  const t = useT();
  return (
    <section aria-labelledby="rules-checks">
      <h3 id="rules-checks">{t('rules.checks')}</h3>
      <p className={styles.quiet}>{t('rules.checks.text')}</p>
      {CHECKED_TRANSITIONS.map((transition) => (
        <Checklist key={transition} transition={transition} {...props} />
      ))}
    </section>
  );
}

function Checklist({
  transition,
  text,
  onChange,
  isTried,
}: TextPartProps & { readonly transition: CheckedTransition }) {
  const t = useT();
  const items = checksOf(text, transition);
  const put = (next: readonly Check[]): void => onChange(withChecks(text, transition, next));
  const change = (id: string, part: Partial<Check>): void =>
    put(items.map((item) => (item.id === id ? { ...item, ...part } : item)));
  const name = t(`action.${transition}`);
  return (
    <fieldset className={styles.fields}>
      <legend>{t('rules.checks.before', { action: name })}</legend>
      {items.map((item, index) => (
        <div key={item.id} className={styles.item}>
          <TextField
            label={t('rules.check.text', { number: index + 1 })}
            value={item.text}
            onChange={(words) => change(item.id, { text: words })}
            maxLength={300}
            error={isTried && item.text.trim() === '' ? t('rules.needed') : undefined}
          />
          <Select
            label={t('rules.check.level')}
            value={item.level}
            onChange={(level) => change(item.id, { level })}
            items={CHECK_LEVELS.map((level) => ({ value: level, label: t(`rules.level.${level}`) }))}
          />
          <IconButton
            label={t('rules.check.remove', { number: index + 1 })}
            icon={<Trash2 size={16} aria-hidden="true" />}
            onClick={() => put(items.filter(({ id }) => id !== item.id))}
          />
        </div>
      ))}
      {items.length < MOST_CHECKS && (
        <Button
          variant="quiet"
          icon={<Plus size={16} aria-hidden="true" />}
          aria-label={t('rules.check.addFor', { action: name })}
          onClick={() => put([...items, newCheck()])}
        >
          {t('rules.check.add')}
        </Button>
      )}
    </fieldset>
  );
}
