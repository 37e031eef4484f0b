import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { foldForSearch } from '../../shared/vietnamese/index.ts';
import { useT } from '../connection/index.ts';
import { classNames, TextArea } from '../design/index.ts';
import { mentionAt, offeredFor, type Person, withMention } from './mentions.ts';
import styles from './remarks.module.css';

interface MentionAreaProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly people: readonly Person[];
  readonly maxLength: number;
  readonly error?: string | undefined;
  /** Whether it takes the focus once it is there. */
  readonly takesFocus: boolean;
}

/**
 * A text box in which @ offers the members of the board: the arrows go there, Enter takes one, Escape lets it be.
 */
export function MentionArea({ people, value, onChange, takesFocus, ...field }: MentionAreaProps) {
  const t = useT();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState(0);
  const [active, setActive] = useState(0);
  const [isClosed, setClosed] = useState(false);
  const [moveTo, setMoveTo] = useState<number | null>(null);
  const typed = isClosed ? null : mentionAt(value, cursor);
  const offered = typed === null ? [] : offeredFor(typed, people, foldForSearch);
  const current = Math.min(active, offered.length - 1);
  const area = (): HTMLTextAreaElement | null => box.current?.querySelector('textarea') ?? null;

  const [isFocused] = useState(takesFocus);
  useEffect(() => {
    if (isFocused) box.current?.querySelector('textarea')?.focus();
  }, [isFocused]);
  useLayoutEffect(() => {
    if (moveTo === null) return;
    box.current?.querySelector('textarea')?.setSelectionRange(moveTo, moveTo);
    setMoveTo(null);
  }, [moveTo]);

  const type = (next: string): void => {
    setCursor(area()?.selectionStart ?? next.length);
    setActive(0);
    setClosed(false);
    onChange(next);
  };
  const take = ({ name }: Person): void => {
    const next = withMention(value, cursor, name);
    if (next.text.length > field.maxLength) return;
    onChange(next.text);
    setCursor(next.cursor);
    setMoveTo(next.cursor);
    setClosed(true);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Keys of a syllable that is still being composed are the input method's.
    if (event.nativeEvent.isComposing || event.ctrlKey || offered.length === 0) return;
    const chosen = offered[current];
    if ((event.key === 'Enter' || event.key === 'Tab') && chosen !== undefined) take(chosen);
    else if (event.key === 'ArrowDown') setActive((current + 1) % offered.length);
    else if (event.key === 'ArrowUp') setActive((current + offered.length - 1) % offered.length);
    else if (event.key === 'Escape') setClosed(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div ref={box} className={styles.mentionBox}>
      <TextArea
        {...field}
        hint={t('remarks.textHint')}
        value={value}
        onChange={type}
        onKeyDown={onKeyDown}
        onBlur={() => setClosed(true)}
        onSelect={() => setCursor(area()?.selectionStart ?? 0)}
        rows={3}
        aria-autocomplete="list"
        aria-controls={offered.length > 0 ? id : undefined}
        aria-activedescendant={offered.length > 0 ? `${id}-${current}` : undefined}
      />
      {offered.length > 0 && (
        <div id={id} role="listbox" className={styles.offered} aria-label={t('remarks.mention.list')}>
          {offered.map((one, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above answers the keys
            // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field (aria-activedescendant)
            <div
              key={one.person}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === current}
              className={classNames(styles.offer, index === current && styles.offerActive)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(one)}
            >
              {one.name}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
