import { X } from 'lucide-react';
import { type KeyboardEvent, useEffectEvent, useId, useLayoutEffect, useState } from 'react';
import { LIMITS } from '../../shared/content/index.ts';
import { useQuery, useT } from '../connection/index.ts';
import { classNames, IconButton, TextField, VisuallyHidden } from '../design/index.ts';
import { addTags } from './add-tags.ts';
import styles from './details.module.css';
import { tagChoices } from './tag-choices.ts';

interface TagFieldProps {
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
}

/**
 * Tags, one at a time: Enter or a comma adds, and so does leaving the field. What the unit has used already is offered:
 * the arrows go there, Enter takes it, Escape lets it be. One field throughout, so the next tag is typed at once.
 */
export function TagField({ value, onChange }: TagFieldProps) {
  const t = useT();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [wasTouched, setTouched] = useState(false);
  const [isClosed, setClosed] = useState(false);
  const [active, setActive] = useState(-1);
  const [problem, setProblem] = useState<'window.field.tagsFull' | 'window.field.tagLong' | null>(null);
  const most = problem === 'window.field.tagLong' ? LIMITS.tagCharacters : LIMITS.tags;
  const { data } = useQuery('tags.used', wasTouched ? null : 'skip');
  const choices = isClosed ? [] : tagChoices(data?.tags ?? [], value, typed);
  const current = active < choices.length ? active : -1;
  const isOpen = choices.length > 0;

  const type = (text: string): void => {
    setTyped(text);
    setProblem(null);
    setActive(-1);
    setClosed(false);
  };
  const add = (text: string): void => {
    const { tags, left } = addTags(value, text);
    type(left.join(', '));
    setProblem(
      left.length === 0 ? null : tags.length >= LIMITS.tags ? 'window.field.tagsFull' : 'window.field.tagLong',
    );
    if (tags.length !== value.length) onChange(tags);
  };
  // A post may be left by keys alone, with a tag half typed.
  const addRest = useEffectEvent(() => add(typed));
  useLayoutEffect(() => () => addRest(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    // Keys of a syllable that is still being composed are the input method's.
    if (event.nativeEvent.isComposing || event.ctrlKey) return;
    if (event.key === 'Enter') add(choices[current] ?? typed);
    else if (event.key === 'ArrowDown' && isOpen) setActive(current + 1 < choices.length ? current + 1 : 0);
    else if (event.key === 'ArrowUp' && isOpen) setActive(current > 0 ? current - 1 : choices.length - 1);
    else if (event.key === 'Escape' && isOpen) setClosed(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <div className={styles.tagInput}>
        <TextField
          label={t('window.field.tags')}
          hint={
            value.length >= LIMITS.tags ? t('window.field.tagsFull', { most: LIMITS.tags }) : t('window.field.tagsHint')
          }
          error={problem === null ? undefined : t(problem, { most })}
          value={typed}
          onChange={(next) => (next.endsWith(',') ? add(next) : type(next))}
          onKeyDown={onKeyDown}
          onFocus={() => setTouched(true)}
          onBlur={() => add(typed)}
          disabled={value.length >= LIMITS.tags && typed === ''}
          autoComplete="off"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          aria-activedescendant={current >= 0 ? `${id}-${current}` : undefined}
        />
        {isOpen && (
          <div id={id} role="listbox" className={styles.tagChoices} aria-label={t('window.field.tagsUsed')}>
            {choices.map((tag, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field above answers the keys
              // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field (aria-activedescendant)
              <div
                key={tag}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === current}
                className={classNames(styles.tagChoice, index === current && styles.tagChoiceActive)}
                // The field keeps the focus, and so does not add what is only half typed.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => add(tag)}
              >
                {tag}
              </div>
            ))}
          </div>
        )}
        <VisuallyHidden>
          <span role="status">{isOpen && t('window.field.tagsFound', { count: choices.length })}</span>
        </VisuallyHidden>
      </div>
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
