import { type KeyboardEvent, type RefObject, type SyntheticEvent, useId, useState } from 'react';
import { type Language, LIMITS } from '../../shared/content/index.ts';
import type { MessageKey } from '../../shared/i18n/index.ts';
import { formatNumber } from '../../shared/vietnamese/index.ts';
import { useT } from '../connection/index.ts';
import { classNames } from '../design/index.ts';
import styles from './writing-field.module.css';

interface WritingFieldProps {
  readonly kind: 'title' | 'summary';
  /** Its text when the post was opened. Later values never replace what is being written. */
  readonly start: string;
  readonly language: Language;
  /** UTF-16 units a post that is sent may have. */
  readonly most: number;
  /** Called with each key, past the limit too: every word is kept, whether or not it can be sent yet. */
  readonly onWrite: (text: string) => void;
  /** Where Enter leads. */
  readonly onEnter: () => void;
  readonly ref?: RefObject<HTMLTextAreaElement | null>;
}

const LABELS = {
  title: { label: 'editor.title', placeholder: 'editor.title.placeholder', over: 'editor.title.over' },
  summary: { label: 'editor.summary', placeholder: 'editor.summary.placeholder', over: 'editor.summary.over' },
} as const satisfies Record<string, Record<string, MessageKey>>;

/** Share of the limit from which on the count is shown. */
const SHOWN_FROM = 0.8;

/**
 * The title or the summary: one line of thought that wraps and grows. The text box is its own master (uncontrolled), so
 * that no render can disturb an input method. Too long a text is kept like any other; a sentence says that it must be
 * shortened before it can be sent.
 */
export function WritingField({ kind, start, language, most, onWrite, onEnter, ref }: WritingFieldProps) {
  const t = useT();
  const id = useId();
  const [shownCount, setShownCount] = useState(() => shownOf(start.length, most));
  const words = LABELS[kind];
  const isOver = shownCount > most;
  const [isRefused, setRefused] = useState(false);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    if (!event.shiftKey && !event.ctrlKey && !event.altKey) onEnter();
  };

  /** More than can be kept on the disk is not taken in, and said so: the box would cut it, and nobody would know where. */
  const takeIn = (event: SyntheticEvent<HTMLTextAreaElement>, data: DataTransfer): void => {
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    const length = value.length - (selectionEnd - selectionStart) + data.getData('text').length;
    const isTooLong = length > LIMITS.draftFieldCharacters;
    if (isTooLong) event.preventDefault();
    setRefused(isTooLong);
  };

  return (
    <div className={styles.field}>
      <div className={styles.frame}>
        {/* Filled by the search (find-fields.ts), which marks what it found under the words. */}
        <div className={classNames(styles.behind, styles[kind])} data-behind aria-hidden="true" />
        <textarea
          ref={ref}
          id={id}
          rows={1}
          lang={language}
          spellCheck
          className={classNames(styles.box, styles[kind])}
          aria-label={t(words.label)}
          aria-describedby={shownCount > 0 ? `${id}-count` : undefined}
          aria-invalid={isOver || undefined}
          placeholder={t(words.placeholder)}
          defaultValue={start}
          maxLength={LIMITS.draftFieldCharacters}
          onKeyDown={onKeyDown}
          onPaste={(event) => takeIn(event, event.clipboardData)}
          onDrop={(event) => takeIn(event, event.dataTransfer)}
          onInput={(event) => {
            const text = event.currentTarget.value;
            onWrite(text);
            setRefused(false);
            setShownCount(shownOf(text.length, most));
          }}
        />
      </div>
      {isRefused && (
        <p className={classNames(styles.count, styles.over)} role="alert">
          {t('editor.pasteTooLong', { most: formatNumber(LIMITS.draftFieldCharacters) })}
        </p>
      )}
      {shownCount > 0 && (
        <p
          id={`${id}-count`}
          className={classNames(styles.count, isOver && styles.over)}
          role={isOver ? 'alert' : undefined}
        >
          {t(isOver ? words.over : 'editor.count', { used: shownCount, most })}
        </p>
      )}
    </div>
  );
}

/** The count to show: 0 while it is far from the limit, so that typing renders nothing. */
function shownOf(used: number, most: number): number {
  return used >= most * SHOWN_FROM ? used : 0;
}
