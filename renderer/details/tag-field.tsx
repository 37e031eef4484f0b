import { X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { LIMITS } from '../../shared/content/index.ts';
import { useT } from '../connection/index.ts';
import { IconButton, TextField } from '../design/index.ts';
import { addTags } from './add-tags.ts';
import styles from './details.module.css';

interface TagFieldProps {
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
}

/** Tags, one at a time: Enter or a comma adds, and so does leaving the field. */
export function TagField({ value, onChange }: TagFieldProps) {
  const t = useT();
  const [typed, setTyped] = useState('');

  const add = (text: string): void => {
    setTyped('');
    const next = addTags(value, text);
    if (next.length !== value.length) onChange(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey) return;
    event.preventDefault();
    add(typed);
  };

  return (
    <>
      <TextField
        label={t('window.field.tags')}
        hint={
          value.length >= LIMITS.tags ? t('window.field.tagsFull', { most: LIMITS.tags }) : t('window.field.tagsHint')
        }
        value={typed}
        onChange={(next) => (next.endsWith(',') ? add(next) : setTyped(next))}
        onKeyDown={onKeyDown}
        onBlur={() => add(typed)}
        disabled={value.length >= LIMITS.tags}
      />
      {value.length > 0 && (
        <ul className={styles.chips} aria-label={t('window.field.tags')}>
          {value.map((tag) => (
            <li key={tag} className={styles.chip}>
              {tag}
              <IconButton
                label={t('window.field.remove', { name: tag })}
                icon={<X size={14} aria-hidden="true" />}
                className={styles.chipButton}
                onClick={() => onChange(value.filter((other) => other !== tag))}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
