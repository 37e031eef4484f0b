import { X } from 'lucide-react';
import { LIMITS } from '../../shared/content/index.ts';
import { useT } from '../connection/index.ts';
import { IconButton, Select } from '../design/index.ts';
import { useCategories, useCategoryName } from '../session/index.ts';
import styles from './details.module.css';

interface CategoryFieldsProps {
  /** The first is the main one. */
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
}

/** The main category, and up to four more. */
export function CategoryFields({ value, onChange }: CategoryFieldsProps) {
  const t = useT();
  const categories = useCategories();
  const nameOf = useCategoryName();
  const [main, ...others] = value;
  const items = categories.map(({ code, name }) => ({ value: code, label: name }));
  // A category no longer in force stays readable until the author chooses another.
  if (main !== undefined && !categories.some(({ code }) => code === main))
    items.unshift({ value: main, label: nameOf(main) });

  return (
    <>
      <Select
        label={t('window.field.category')}
        placeholder={t('window.field.categoryChoose')}
        value={main ?? null}
        onChange={(code) => onChange([code, ...others.filter((other) => other !== code)])}
        items={items}
      />
      {main !== undefined && (
        <>
          {others.length > 0 && (
            <ul className={styles.chips} aria-label={t('window.field.otherCategories')}>
              {others.map((code) => (
                <li key={code} className={styles.chip}>
                  {nameOf(code)}
                  <IconButton
                    label={t('window.field.remove', { name: nameOf(code) })}
                    icon={<X size={14} aria-hidden="true" />}
                    className={styles.chipButton}
                    onClick={() => onChange(value.filter((other) => other !== code))}
                  />
                </li>
              ))}
            </ul>
          )}
          {value.length < LIMITS.categories && (
            <Select
              label={t('window.field.addCategory')}
              isLabelHidden
              placeholder={t('window.field.addCategory')}
              value={null}
              onChange={(code) => onChange([...value, code])}
              items={items.filter(({ value: code }) => !value.includes(code))}
            />
          )}
        </>
      )}
    </>
  );
}
